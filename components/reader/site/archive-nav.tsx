import { archivePath } from '@/lib/addresses';
import { type DateSettings, formatMonth, formatNumber, formatYear } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { ArchiveMenu, PeriodCount } from '@/lib/posts/archive-menu';
import { RAIL_HEADING, RAIL_LINK } from './styles';

interface Props {
  menu: ArchiveMenu;
  language: LanguageCode;
  dates: DateSettings;
  className?: string;
}

/** Lists the months of a year and the other years: below each other in a rail, and in columns where it is as wide as the page. */
export function ArchiveNav({ menu: { year, months, years }, language, dates, className = '' }: Props) {
  return (
    <nav aria-labelledby="rail-archive" className={`text-ui leading-ui font-sans print:hidden ${className}`}>
      <h2 id="rail-archive" className={RAIL_HEADING}>
        <a href="/archive" className="no-underline hover:underline">
          {stringsFor(language).archive}
        </a>
      </h2>
      {year !== null && (
        <h3 className="text-ui leading-ui font-sans font-semibold">
          <a href={archivePath(year)} className="inline-block py-1 no-underline hover:underline">
            {formatYear(year, language, dates)}
          </a>
        </h3>
      )}
      {months.length > 0 && (
        <Periods
          periods={months}
          nameOf={(month) => formatMonth(month, language, dates, 'monthName')}
          format={(count) => formatNumber(count, language, dates)}
        />
      )}
      {years.length > 0 && (
        <div className={months.length > 0 ? 'border-rule mt-3 border-t pt-3' : undefined}>
          <Periods
            periods={years}
            nameOf={(other) => formatYear(other, language, dates)}
            format={(count) => formatNumber(count, language, dates)}
          />
        </div>
      )}
    </nav>
  );
}

interface PeriodsProps {
  periods: PeriodCount[];
  nameOf: (period: string) => string;
  format: (count: number) => string;
}

function Periods({ periods, nameOf, format }: PeriodsProps) {
  return (
    <ul className="grid list-none grid-cols-2 gap-x-8 sm:grid-cols-3 lg:grid-cols-1">
      {periods.map(({ period, count }) => (
        <li key={period}>
          <a href={archivePath(period)} className={`${RAIL_LINK} flex justify-between gap-x-4`}>
            {nameOf(period)}{' '}
            {count !== null && <span className="text-soft tabular-nums">{format(count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
