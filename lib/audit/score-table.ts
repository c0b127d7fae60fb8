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
  const heading = `Lighthouse, as a phone sees it (the lowest of ${times === 1 ? 'one run' : `${times} runs`})`;
  return `${heading}\n  ${' '.repeat(NAME_WIDTH)}  ${cells(HEADS)}`;
}

/** A line with a page's lowest score in each category, and below it what was amiss. */
export function renderScores({ name, runs }: JudgedPage): string {
  const lowest = CATEGORIES.map((_, column) => Math.min(...runs.map(({ scores }) => scores[column] ?? 0)));
  const faults = [...new Set(runs.flatMap((run) => run.faults))].map((fault) => `      ${fault}`);
  return [`  ${name.padEnd(NAME_WIDTH)}  ${cells(lowest)}`, ...faults].join('\n');
}

function cells(values: (string | number)[]): string {
  return values.map((value, column) => String(value).padStart(HEADS[column]?.length ?? 0)).join('  ');
}
