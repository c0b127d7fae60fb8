import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Options } from './options';

const FILE = 'docs/performance.md';
const BEGIN = '<!-- flood-drill: begin -->';
const END = '<!-- flood-drill: end -->';

/**
 * Replaces the table of the last drill in the documentation.
 * @throws when the file has no place for it.
 */
export function writeTable(table: string, { posts, seconds, hasPriority }: Options): void {
  const text = readFileSync(FILE, 'utf8');
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${FILE} has no “${BEGIN}” and “${END}”.`);
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(Date.now());
  const about = `${date}, ${posts.toLocaleString('en-GB')} posts, ${seconds} seconds each, Node ${process.versions.node}, ${availableParallelism()} cores${hasPriority ? ', with precedence over other programs' : ''}.`;
  writeFileSync(FILE, `${text.slice(0, before)}${BEGIN}\n${about}\n\n${table}\n${text.slice(after)}`);
}
