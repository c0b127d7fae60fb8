import { CATEGORIES, type Scores } from './lighthouse-report';

/** A page and what Lighthouse said of it, each time. */
export interface JudgedPage {
  name: string;
  runs: Scores[];
}

const HEADS = ['performance', 'accessibility', 'practices', 'SEO'];

/** A line for each page with its lowest score in each category, and below it what was amiss. */
export function renderScores(pages: JudgedPage[]): string {
  const width = Math.max(...pages.map(({ name }) => name.length));
  const cells = (values: (string | number)[]) =>
    values.map((value, column) => String(value).padStart(HEADS[column]?.length ?? 0)).join('  ');
  const lines = pages.flatMap(({ name, runs }) => {
    const lowest = CATEGORIES.map((_, column) => Math.min(...runs.map(({ scores }) => scores[column] ?? 0)));
    const faults = [...new Set(runs.flatMap((run) => run.faults))].map((fault) => `      ${fault}`);
    return [`  ${name.padEnd(width)}  ${cells(lowest)}`, ...faults];
  });
  const times = pages[0]?.runs.length ?? 0;
  const heading = `Lighthouse, as a phone sees it (the lowest of ${times === 1 ? 'one run' : `${times} runs`})`;
  return [heading, `  ${' '.repeat(width)}  ${cells(HEADS)}`, ...lines].join('\n');
}
