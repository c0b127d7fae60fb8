import { topicPath } from '@/lib/addresses';
import { withContents } from '@/lib/document/contents';
import type { DateSettings } from '@/lib/language/dates';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSeries } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { AboutAuthors } from './about-authors';
import { COLUMN } from './column';
import { Contents } from './contents';
import { Corrections } from './corrections';
import { DocumentBody } from './document-body';
import { LeadFigure } from './lead-figure';
import { PostHead } from './post-head';
import { SourceNote } from './source-note';

interface Props {
  post: LivePost;
  /** The series that the post is part of, if readers can see other parts. */
  series: PostSeries | null;
  dates: DateSettings;
}

/** Shows a whole post or fixed page. */
export function PostArticle({ post, series, dates }: Props) {
  const { language } = post;
  const { html, sections } = withContents(post);
  const isOpinion = post.kind === 'post' && !post.source;
  return (
    <article
      data-part="post-article"
      className="grid grid-cols-1 justify-items-center pt-7 print:block print:pt-4"
      lang={language}
    >
      <PostHead post={post} series={series} dates={dates} />
      {post.leadMedia && <LeadFigure media={post.leadMedia} />}
      <Contents sections={sections} language={language} />
      <DocumentBody html={html} hasInitial={isOpinion} />
      {isOpinion && <AboutAuthors byline={post.byline} language={language} />}
      {post.source && <SourceNote source={post.source} language={language} dates={dates} />}
      <Corrections corrections={post.corrections} language={language} dates={dates} />
      <TopicLinks post={post} />
    </article>
  );
}

function TopicLinks({ post: { topics, language } }: { post: LivePost }) {
  if (topics.length === 0) return null;
  return (
    <nav className={`${COLUMN} mt-8 print:hidden`} aria-label={stringsFor(language).topics}>
      <ul className="text-ui leading-ui flex list-none flex-wrap gap-2 font-sans">
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={topicPath(slug)}
              className="border-rule hover:border-ink block rounded-full border px-3.5 py-1.5 no-underline"
            >
              {localText(name, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
