import { postPath, seriesPath } from '@/lib/addresses';
import { type DateSettings, formatNumber } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostLink, PostSeries } from '@/lib/posts/neighbours';
import { partsAround } from './parts-around';
import { PlainLink } from './plain-link';
import { Steps } from './steps';

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
    <p data-part="series-note" className="bg-wash text-ui leading-meta mt-3 px-3.5 py-2 font-sans">
      <span>{fill(stringsFor(language).seriesPart, { part, parts })}</span>
      {' · '}
      <a href={seriesPath(series.slug)} className="font-semibold">
        {localText(series.name, language)}
      </a>
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
    <nav className="max-w-measure bg-wash mx-auto mt-12 p-5 print:hidden" aria-labelledby="series">
      <p className="text-small text-accent km:leading-open mb-1.5 font-sans leading-relaxed font-semibold">
        {words.series}
      </p>
      <h2 id="series" className="text-card km:leading-open">
        <PlainLink href={seriesPath(series.slug)}>{localText(series.name, language)}</PlainLink>
      </h2>
      <ol start={first + 1} className="mt-3 mb-6 list-none">
        {shown.map((post, index) => (
          <li key={post.slug} data-number={number(first + index + 1)} className={`${PART} ${NUMBER}`}>
            <PartLink post={post} isCurrent={first + index === series.at} />
          </li>
        ))}
      </ol>
      {shown.length < series.parts.length && (
        <p className="text-ui km:leading-open mb-6 font-sans leading-loose">
          <PlainLink href={seriesPath(series.slug)}>
            {fill(words.allParts, { parts: number(series.parts.length) })}
          </PlainLink>
        </p>
      )}
      <Steps
        previous={previous}
        next={next}
        labels={{ previous: words.previousPart, next: words.nextPart }}
      />
    </nav>
  );
}

const PART = 'grid grid-cols-[2rem_1fr] border-t border-rule py-2.5 leading-normal km:leading-open';
/** To the left of the headline, also where that needs several lines. */
const NUMBER =
  'before:font-sans before:text-ui before:leading-loose before:text-soft before:content-[attr(data-number)]';

/** Links to a part; the current part is not a link. */
function PartLink({ post, isCurrent }: { post: PostLink; isCurrent: boolean }) {
  if (isCurrent) return <strong aria-current="page">{post.headline}</strong>;
  return <PlainLink href={postPath(post.slug)}>{post.headline}</PlainLink>;
}
