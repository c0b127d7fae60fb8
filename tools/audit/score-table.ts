import { median } from '@/tools/bench/statistics';
import { CATEGORIES, type Scores } from './lighthouse-report';

/** A page and what Lighthouse said of it, each time. */
export interface JudgedPage {
  name: string;
  runs: Scores[];
}

const HEADS = ['performance', 'accessibility', 'practices', 'SEO'];

/** How many characters the names of pages are given. */
const NAME_WIDTH = 24;

/** The head of the lines that {@link renderScores} gives. @param times how often each page was loaded. */
export function renderHeading(times: number): string {
  const heading = `Lighthouse, as a phone sees it (the middle of ${times === 1 ? 'one run' : `${times} runs`})`;
  return `${heading}\n  ${' '.repeat(NAME_WIDTH)}  ${cells(HEADS)}`;
}

/** A line with a page's score in each category, every run's where they differ, and below it what was amiss. */
export function renderScores({ name, runs }: JudgedPage): string {
  const all = runs.map(({ scores }) => scores[0]);
  const differing = new Set(all).size > 1 ? `  (performance ${all.join(', ')})` : '';
  const faults = [...new Set(runs.flatMap((run) => run.faults))].map((fault) => `      ${fault}`);
  return [`  ${name.padEnd(NAME_WIDTH)}  ${cells(middleScores(runs))}${differing}`, ...faults].join('\n');
}

/**
 * A page's score in each category, the middle one of several runs: single ones differ by what else the
 * machine does.
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md
 */
export function middleScores(runs: Scores[]): number[] {
  return CATEGORIES.map((_, column) => median(runs.map(({ scores }) => scores[column] ?? 0)));
}

function cells(values: (string | number)[]): string {
  return values.map((value, column) => String(value).padStart(HEADS[column]?.length ?? 0)).join('  ');
}
