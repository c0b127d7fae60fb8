import { postPath } from '@/lib/addresses';
import type { DateSettings } from '@/lib/language/dates';
import type { PostSummary } from '@/lib/posts/types';
import { AlsoIn } from './also-in';
import { CARD_STYLES, type CardPlace } from './card-styles';
import { FirstPublished } from './first-published';
import { headlineSize } from './headline-size';
import { Kicker } from './kicker';
import { Picture } from './picture';
import { PostFacts } from './post-facts';

interface Props {
  post: PostSummary;
  dates: DateSettings;
  place?: CardPlace;
  /** The slug of the topic whose page this is. */
  ownTopic?: string;
  /** Whether the list has all languages, each post in one: then the card leads to the others. */
  isMixed?: boolean;
}

/** Shows a post in a list: topic, headline, standfirst, names and date, with its picture or its authors’. */
export function PostCard({ post, dates, place = 'list', ownTopic, isMixed = false }: Props) {
  const { kind, slug, language, leadMedia } = post;
  const isPost = kind === 'post';
  const style = CARD_STYLES[place];
  const Heading = style.isUnderHeading ? 'h3' : 'h2';
  return (
    <article className={`relative print:break-inside-avoid ${style.card}`} lang={language}>
      {style.sizes && leadMedia && (
        <div className={style.picture}>
          <Picture
            media={leadMedia}
            alt=""
            sizes={style.sizes}
            className="aspect-3/2 object-cover"
            isLead={place === 'lead'}
          />
        </div>
      )}
      <div>
        {isPost && <Kicker post={post} ownTopic={ownTopic} />}
        <Heading className={`mb-1.5 ${headlineSize(post.headline, style.headline)}`}>
          <HeadlineLink href={postPath(slug)}>{post.headline}</HeadlineLink>
        </Heading>
        {style.excerpt && post.excerpt && (
          <p className={`km:leading-open mb-2 leading-relaxed ${style.excerpt}`}>{post.excerpt}</p>
        )}
        <FirstPublished source={post.source} language={language} dates={dates} />
        {isPost && <PostFacts post={post} dates={dates} hasPortraits={style.hasPortraits} />}
        {isMixed && <AlsoIn translations={post.translations} language={language} />}
      </div>
    </article>
  );
}

/** Covers the card, so the picture needs no link of its own. */
function HeadlineLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="no-underline after:absolute after:inset-0 hover:underline">
      {children}
    </a>
  );
}
