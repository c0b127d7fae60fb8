import { notFound } from 'next/navigation';
import { Byline } from '@/components/reader/article/byline';
import { Dateline } from '@/components/reader/article/dateline';
import { Meta } from '@/components/reader/article/meta';
import { PlainLink } from '@/components/reader/article/plain-link';
import { ArchiveNav } from '@/components/reader/site/archive-nav';
import { WithRail } from '@/components/reader/site/list-rail';
import { LIST } from '@/components/reader/site/styles';
import { archivePath, postPath } from '@/lib/addresses';
import { type DateSettings, formatMonth, formatNumber, formatYear } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { archiveMenu } from '@/lib/posts/archive-menu';
import { archiveMonths } from '@/lib/posts/queries';
import { type ArchivedMonth, type ArchivedPost, listYear } from '@/lib/posts/year-archive';
import { siteWords } from '../../simple-metadata';
import { SimplePage } from '../../simple-page';

/** Renders the headlines of a year, under their months. */
export function YearPage({ year }: { year: string }) {
  const db = database();
  const { words, language, site, only } = siteWords();
  const months = listYear(db, year, { language: only });
  // A year is there in each language if it is in one, so that every switch of languages leads to a page.
  if (months.length === 0 && !(only && listYear(db, year).length > 0)) notFound();
  const menu = archiveMenu(
    archiveMonths(db, { language: only }).map(({ month, count }) => ({ period: month, count })),
    year,
  );
  return (
    <SimplePage heading={`${words.archive} ${formatYear(year, language, site)}`}>
      <WithRail
        rail={
          menu && <ArchiveNav menu={menu} language={language} dates={site} className="py-6 max-lg:pt-0" />
        }
      >
        <div className={LIST}>
          {months.length === 0 && <p className="my-6">{words.nothingYet}</p>}
          {months.map((month) => (
            <Month key={month.month} month={month} language={language} dates={site} />
          ))}
        </div>
      </WithRail>
    </SimplePage>
  );
}

interface MonthProps {
  month: ArchivedMonth;
  language: LanguageCode;
  dates: DateSettings;
}

function Month({ month: { month, count, posts }, language, dates }: MonthProps) {
  const { words } = siteWords();
  const name = formatMonth(month, language, dates, 'monthName');
  const counted = formatNumber(count, language, dates);
  return (
    <section className="pt-8" aria-labelledby={`month-${month}`}>
      <h2
        id={`month-${month}`}
        className="border-strong-rule text-card flex items-baseline justify-between border-t-2 pt-2"
      >
        <PlainLink href={archivePath(month)}>{name}</PlainLink>
        <span className="text-small text-soft font-sans font-normal tabular-nums">{counted}</span>
      </h2>
      <ul className="list-none">
        {posts.map((post) => (
          <Headline key={post.id} post={post} dates={dates} />
        ))}
      </ul>
      {count > posts.length && (
        <p className="text-ui leading-ui py-3 font-sans font-semibold">
          <a href={archivePath(month)}>{fill(words.allOfMonth, { count: counted, month: name })}</a>
        </p>
      )}
    </section>
  );
}

function Headline({ post, dates }: { post: ArchivedPost; dates: DateSettings }) {
  const { slug, headline, language, publishedAt, names } = post;
  return (
    <li lang={language} className="border-rule border-b py-3">
      <h3 className="text-title leading-title mb-1 font-semibold">
        <PlainLink href={postPath(slug)}>{headline}</PlainLink>
      </h3>
      <Meta>
        <Byline byline={names.map((name) => ({ name, slug: null, biography: {} }))} language={language} />
        <Dateline at={publishedAt} language={language} dates={dates} />
      </Meta>
    </li>
  );
}
