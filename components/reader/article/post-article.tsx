import { postPath, topicPath } from '@/lib/addresses';
import { type DateSettings, formatDate } from '@/lib/language/dates';
import { LANGUAGES, localText } from '@/lib/language/languages';
import { readingTime } from '@/lib/language/reading-time';
import { stringsFor } from '@/lib/language/strings';
import type { PostSeries } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { AboutAuthors } from './about-authors';
import { Byline } from './byline';
import { Corrections } from './corrections';
import { Dateline } from './dateline';
import { DocumentBody } from './document-body';
import { Kicker } from './kicker';
import { Picture } from './picture';
import { SeriesNote } from './series-notes';
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
  const isPost = post.kind === 'post';
  const isOpinion = isPost && !post.source;
  const updated = updatedOn(post, dates);
  return (
    <article data-part="post-article" className="post" lang={language}>
      <header>
        {isPost && <Kicker post={post} />}
        <h1>{post.headline}</h1>
        {post.standfirst && <p className="standfirst">{post.standfirst}</p>}
        {isPost && (
          <p data-part="meta" className="meta">
            <Byline byline={post.byline} language={language} />
            <Dateline at={post.publishedAt} language={language} dates={dates} />
            <span>{readingTime(post.wordCount, language, dates)}</span>
            {updated !== null && (
              <span>
                {stringsFor(language).updated} <Dateline at={updated} language={language} dates={dates} />
              </span>
            )}
          </p>
        )}
        <Translations post={post} />
        {series && <SeriesNote series={series} language={language} dates={dates} />}
      </header>
      <LeadFigure post={post} />
      <DocumentBody html={post.bodyHtml} hasInitial={isOpinion} />
      {isOpinion && <AboutAuthors byline={post.byline} language={language} />}
      {post.source && <SourceNote source={post.source} language={language} dates={dates} />}
      <Corrections corrections={post.corrections} language={language} dates={dates} />
      <TopicLinks post={post} />
    </article>
  );
}

/** Returns when the text last changed, if that was on a later day than it was published. */
function updatedOn({ publishedAt, revisedAt, language }: LivePost, dates: DateSettings): number | null {
  if (revisedAt === null || revisedAt <= publishedAt) return null;
  const dayOf = (at: number) => formatDate(at, language, dates);
  return dayOf(revisedAt) === dayOf(publishedAt) ? null : revisedAt;
}

function LeadFigure({ post: { leadMedia } }: { post: LivePost }) {
  if (!leadMedia) return null;
  return (
    <figure className="figure lead-figure">
      <Picture media={leadMedia} alt={leadMedia.alt} sizes="(min-width: 60rem) 56rem, 100vw" isLead />
      {(leadMedia.caption || leadMedia.credit) && (
        <figcaption>
          {leadMedia.caption && <span className="caption">{leadMedia.caption}</span>}{' '}
          {leadMedia.credit && <span className="credit">{leadMedia.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function Translations({ post }: { post: LivePost }) {
  if (post.translations.length === 0) return null;
  return (
    <p data-part="translations" className="translations">
      {post.translations.map(({ language, slug }) => (
        <a key={slug} href={postPath(slug)} lang={language} hrefLang={language}>
          {stringsFor(language).readIn} {LANGUAGES[language].ownName}
        </a>
      ))}
    </p>
  );
}

function TopicLinks({ post: { topics, language } }: { post: LivePost }) {
  if (topics.length === 0) return null;
  return (
    <nav className="topic-links" aria-label={stringsFor(language).topics}>
      {topics.map(({ slug, name }) => (
        <a key={slug} href={topicPath(slug)}>
          {localText(name, language)}
        </a>
      ))}
    </nav>
  );
}
