import { median } from '@/tools/bench/statistics';
import { CATEGORIES, type Scores } from './lighthouse-report';

/** A page and its Lighthouse result from each run. */
export interface JudgedPage {
  name: string;
  runs: Scores[];
}

const HEADS = ['performance', 'accessibility', 'practices', 'SEO'];

/** The column width of page names, in characters. */
const NAME_WIDTH = 24;

/**
 * Renders the heading of the lines from {@link renderScores}.
 * @param typeface the Khmer typeface of the system.
 * @param times how often each page was loaded.
 */
export function renderHeading(typeface: string, times: number): string {
  const runs = times === 1 ? 'one run' : `${times} runs`;
  const heading = `Lighthouse, as a phone sees it, Khmer typeface of the system: ${typeface} (the middle of ${runs})`;
  return `${heading}\n  ${' '.repeat(NAME_WIDTH)}  ${cells(HEADS)}`;
}

/** Renders a line with a page's score in each category, with every run's where they differ, and the faults below it. */
export function renderScores({ name, runs }: JudgedPage): string {
  const all = runs.map(({ scores }) => scores[0]);
  const differing = new Set(all).size > 1 ? `  (performance ${all.join(', ')})` : '';
  const faults = [...new Set(runs.flatMap((run) => run.faults))].map((fault) => `      ${fault}`);
  return [`  ${name.padEnd(NAME_WIDTH)}  ${cells(middleScores(runs))}${differing}`, ...faults].join('\n');
}

/**
 * Returns a page's score in each category, the median of several runs: single runs vary with the load of the machine.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md
 */
export function middleScores(runs: Scores[]): number[] {
  return CATEGORIES.map((_, column) => median(runs.map(({ scores }) => scores[column] ?? 0)));
}

function cells(values: (string | number)[]): string {
  return values.map((value, column) => String(value).padStart(HEADS[column]?.length ?? 0)).join('  ');
}
