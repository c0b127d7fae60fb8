import { postPath } from '@/lib/addresses';
import type { DateSettings } from '@/lib/language/dates';
import type { PostSummary } from '@/lib/posts/types';
import { DocumentBody } from './document-body';
import { FirstPublished } from './first-published';
import { headlineSize } from './headline-size';
import { Kicker } from './kicker';
import { LeadCaption } from './lead-caption';
import { Picture } from './picture';
import { PlainLink } from './plain-link';
import { PostFacts } from './post-facts';
import { Standfirst } from './standfirst';

interface Props {
  post: PostSummary;
  /** Its text, with anchors that no other post on the page has. */
  html: string;
  dates: DateSettings;
  /** Whether it is the first on the page, whose picture must not load lazily. */
  isFirst: boolean;
}

/** Shows a post in full in a list. */
export function WholePost({ post, html, dates, isFirst }: Props) {
  const { slug, language, headline, standfirst, leadMedia } = post;
  return (
    <article lang={language} className="border-rule border-b py-8">
      <header className="max-w-measure mb-6">
        <Kicker post={post} />
        <h2 className={`mb-3 font-extrabold ${headlineSize(headline, 'medium')}`}>
          <PlainLink href={postPath(slug)}>{headline}</PlainLink>
        </h2>
        {standfirst && <Standfirst className="mb-4">{standfirst}</Standfirst>}
        <FirstPublished source={post.source} language={language} dates={dates} className="mb-2" />
        <PostFacts post={post} dates={dates} hasPortraits />
      </header>
      {leadMedia && (
        <figure className="max-w-list mb-6">
          <Picture
            media={leadMedia}
            alt={leadMedia.alt}
            sizes="(min-width: 48rem) 46rem, 100vw"
            isLead={isFirst}
          />
          <LeadCaption caption={leadMedia.caption} credit={leadMedia.credit} />
        </figure>
      )}
      <DocumentBody html={html} isNarrow />
    </article>
  );
}
