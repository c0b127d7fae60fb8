import { readFileSync, writeFileSync } from 'node:fs';
import type { Options } from './options';
import type { Outcome } from './scenario';

const PAGE = 'docs/durability.md';
const BEGIN = '<!-- fault-drill: this table is written by npm run fault-drill -- --write -->';
const END = '<!-- fault-drill: end -->';

/** Renders what was promised next to what was seen, as a table in Markdown. */
export function renderTable(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ name, promise, seen, isKept }) => [
    name,
    promise,
    seen,
    isKept === null ? 'not tried' : isKept ? 'kept' : '**broken**',
  ]);
  return [['fault', 'promised', 'seen', ''], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map(inCell).join(' | ')} |`)
    .join('\n');
}

/** Puts the table into the documentation, with its date. */
export function writeTable(outcomes: Outcome[], { rounds, seed }: Options, now = new Date()): void {
  const date = now.toLocaleDateString('en-GB', { dateStyle: 'long' });
  const head = `${date}: ${rounds} rounds of each fault with a random moment, seed ${seed}.`;
  writeFileSync(PAGE, placed(readFileSync(PAGE, 'utf8'), `${head}\n\n${renderTable(outcomes)}`));
}

/**
 * Puts a table between the two marks of a page.
 * @throws when the page lacks them.
 */
export function placed(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the table.`);
  return `${page.slice(0, from + BEGIN.length)}\n${table}\n${page.slice(to)}`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
