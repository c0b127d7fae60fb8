import { postPath } from '@/lib/addresses';
import type { DateSettings } from '@/lib/language/dates';
import type { PostSummary } from '@/lib/posts/types';
import { Byline } from './byline';
import { CARD_STYLES, type CardPlace } from './card-styles';
import { Dateline } from './dateline';
import { Kicker } from './kicker';
import { Meta } from './meta';
import { Picture } from './picture';

interface Props {
  post: PostSummary;
  dates: DateSettings;
  place?: CardPlace;
}

/** Shows a post in a list: headline, standfirst, names, date, and its picture if it has one. */
export function PostCard({ post, dates, place = 'list' }: Props) {
  const { kind, slug, language, leadMedia } = post;
  const isPost = kind === 'post';
  const style = CARD_STYLES[place];
  return (
    <article className={`relative print:break-inside-avoid ${style.card}`} lang={language}>
      {leadMedia && (
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
        {isPost && <Kicker post={post} />}
        <h2 className={`mb-1.5 ${style.headline}`}>
          <HeadlineLink href={postPath(slug)}>{post.headline}</HeadlineLink>
        </h2>
        {post.excerpt && (
          <p className={`km:leading-open mb-2 leading-relaxed ${style.excerpt}`}>{post.excerpt}</p>
        )}
        {isPost && (
          <Meta>
            <Byline byline={post.byline} language={language} />
            <Dateline at={post.publishedAt} language={language} dates={dates} />
          </Meta>
        )}
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
