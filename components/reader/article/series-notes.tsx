import { postPath, seriesPath } from '@/lib/addresses';
import { type DateSettings, formatNumber } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostLink, PostSeries } from '@/lib/posts/neighbours';
import { partsAround } from './parts-around';

interface Props {
  series: PostSeries;
  language: LanguageCode;
  dates: DateSettings;
}

/** Says under a headline which part of which series this is. */
export function SeriesNote({ series, language, dates }: Props) {
  const part = formatNumber(series.at + 1, language, dates);
  const parts = formatNumber(series.parts.length, language, dates);
  return (
    <p data-part="series-note" className="series-note">
      <span>{fill(stringsFor(language).seriesPart, { part, parts })}</span>
      {' · '}
      <a href={seriesPath(series.slug)}>{localText(series.name, language)}</a>
    </p>
  );
}

/** Lists the parts of the series at the end of a post, with the previous and next ones. */
export function SeriesParts({ series, language, dates }: Props) {
  const words = stringsFor(language);
  const { shown, first } = partsAround(series.parts, series.at);
  const number = (n: number) => formatNumber(n, language, dates);
  const [previous, next] = [series.parts[series.at - 1], series.parts[series.at + 1]];
  return (
    <nav className="series-parts" aria-labelledby="series">
      <p className="kicker">{words.series}</p>
      <h2 id="series">
        <a href={seriesPath(series.slug)}>{localText(series.name, language)}</a>
      </h2>
      <ol start={first + 1}>
        {shown.map((post, index) => (
          <li key={post.slug} data-number={number(first + index + 1)}>
            <PartLink post={post} isCurrent={first + index === series.at} />
          </li>
        ))}
      </ol>
      {shown.length < series.parts.length && (
        <p className="series-all">
          <a href={seriesPath(series.slug)}>{fill(words.allParts, { parts: number(series.parts.length) })}</a>
        </p>
      )}
      <div className="further-steps">
        {previous && <Step label={words.previousPart} post={previous} rel="prev" />}
        {next && <Step label={words.nextPart} post={next} rel="next" />}
      </div>
    </nav>
  );
}

/** Links to a part; the current part is not a link. */
function PartLink({ post, isCurrent }: { post: PostLink; isCurrent: boolean }) {
  if (isCurrent) return <strong aria-current="page">{post.headline}</strong>;
  return <a href={postPath(post.slug)}>{post.headline}</a>;
}

function Step({ label, post, rel }: { label: string; post: PostLink; rel: 'prev' | 'next' }) {
  return (
    <p className={`further-${rel}`}>
      <span>{label}</span>{' '}
      <a href={postPath(post.slug)} rel={rel}>
        {post.headline}
      </a>
    </p>
  );
}
