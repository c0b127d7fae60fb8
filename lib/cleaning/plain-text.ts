import { isDivider } from './dividers';
import { escaped } from './escaped';
import { lineKind, withoutGluedWords } from './furniture';
import { isBrokenWord, joined } from './hyphens';
import { newRemoved, type Removed } from './report';
import { isItem, listHtml } from './text-lists';
import { tableHtml } from './text-table';

/** A line wrapped by a mail program is nearly as long as possible. */
const WRAPPED = { shortest: 50, longest: 100, slack: 22 };
const VERSE_LINE = 60;

/** Deeper quotations stay on the deepest level: nobody reads more, and a post has a limit. */
const MOST_QUOTED = 5;

/**
 * Converts plain text to markup: blank lines separate paragraphs, lines wrapped by a mail program are joined
 * again, lines with bullets or numbers become lists, lines quoted with > become quotations.
 */
export function textToHtml(text: string, quoted = 0): { html: string; removed: Removed } {
  const removed = newRemoved();
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').split('\n');
  const isSpaced = lines.some((line, index) => index > 0 && index < lines.length - 1 && !line.trim());
  const chunks = chunksOf(lines);
  return { html: chunks.map((chunk) => chunkHtml(chunk, { isSpaced, removed, quoted })).join(''), removed };
}

/** What is known about a text when a part of it is converted. */
interface Surroundings {
  /** Whether blank lines separate its parts. */
  isSpaced: boolean;
  removed: Removed;
  /** How many quotations it is in. */
  quoted: number;
}

function chunksOf(lines: string[]): string[][] {
  const chunks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') chunks.push([]);
    else if (isDivider(line)) chunks.push([line], []);
    else chunks.at(-1)?.push(line);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

function chunkHtml(chunk: string[], { isSpaced, removed, quoted }: Surroundings): string {
  const lines = chunk.filter((line) => {
    const kind = lineKind(line.trim());
    if (kind) removed[kind] += 1;
    return !kind;
  });
  if (lines.length === 0) return '';
  if (quoted < MOST_QUOTED && lines.every((line) => /^\s*>/.test(line))) {
    const inner = lines.map((line) => line.replace(/^\s*>\s?/, ''));
    return `<blockquote>${textToHtml(inner.join('\n'), quoted + 1).html}</blockquote>`;
  }
  if (lines.length === 1 && isDivider(lines[0] ?? '')) return '<hr>';
  const areItems = lines.map((_line, index) => isItem(lines, index));
  if (areItems[0]) return listHtml(lines);
  const table = tableHtml(lines);
  if (table) return table;
  const firstItem = areItems.indexOf(true);
  if (firstItem > 0 && areItems.filter(Boolean).length > 1) {
    return wordsHtml(lines.slice(0, firstItem), isSpaced, removed) + listHtml(lines.slice(firstItem));
  }
  return wordsHtml(lines, isSpaced, removed);
}

function wordsHtml(written: string[], isSpaced: boolean, removed: Removed): string {
  const said = (words: string) => {
    const clean = withoutGluedWords(words);
    if (clean !== words) removed.advertisements += 1;
    return escaped(clean);
  };
  if (isWrapped(written))
    return rejoined(written)
      .map((words) => `<p>${said(words)}</p>`)
      .join('');
  const lines = withoutBrokenWords(written);
  const isVerse = isSpaced && lines.length > 1 && lines.every((line) => line.trim().length < VERSE_LINE);
  if (isVerse) return `<p>${lines.map(said).join('<br>')}</p>`;
  return lines.map((line) => `<p>${said(line)}</p>`).join('');
}

/** Joins lines between which a word is broken. */
function withoutBrokenWords(lines: string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before !== undefined && isBrokenWord(before, line.trim()))
      whole[whole.length - 1] = joined(before, line.trim());
    else whole.push(line);
  }
  return whole;
}

/** Whether lines were wrapped to a width: all but the last nearly fill it. */
function isWrapped(lines: string[]): boolean {
  const lengths = lines.map((line) => line.trim().length);
  const longest = Math.max(...lengths);
  if (lines.length < 2 || longest < WRAPPED.shortest || longest > WRAPPED.longest) return false;
  const full = lengths.slice(0, -1).filter((length) => length >= longest - WRAPPED.slack);
  return full.length >= Math.max(1, (lines.length - 1) * 0.75);
}

/** Joins wrapped lines. A short line that ends a sentence also ends a paragraph. */
function rejoined(lines: string[]): string[] {
  const longest = Math.max(...lines.map((line) => line.trim().length));
  const paragraphs: string[] = [];
  let open = '';
  for (const line of lines) {
    const words = line.trim();
    open = open === '' ? words : joined(open, words);
    const isEnd = words.length < longest * 0.7 && /[.!?…”"’»។៕)]$/.test(words);
    if (!isEnd) continue;
    paragraphs.push(open);
    open = '';
  }
  return open === '' ? paragraphs : [...paragraphs, open];
}
