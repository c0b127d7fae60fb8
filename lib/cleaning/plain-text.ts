import { lineKind, withoutGluedWords } from './furniture';
import { numberOf } from './numerals';
import { newRemoved, type Removed } from './report';
import { plainSpaces } from './spaces';

/** A line wrapped by a mail program is nearly as long as possible. */
const WRAPPED = { shortest: 50, longest: 100, slack: 22 };
const VERSE_LINE = 60;
const ITEM = /^(\s*)(?:[•·◦▪‣●○*–-]|(\d{1,3}|[\u17e0-\u17e9]{1,2})[.)])\s+(?=\S)/;

/** Deeper quotations and lists stay on the deepest level: nobody reads more, and a post has a limit. */
const MOST_QUOTED = 5;
const DEEPEST_INDENT = 12;

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
  if (ITEM.test(lines[0] ?? '')) return listHtml(lines);
  const firstItem = lines.findIndex((line) => ITEM.test(line));
  if (firstItem > 0 && lines.slice(firstItem).filter((line) => ITEM.test(line)).length > 1) {
    return wordsHtml(lines.slice(0, firstItem), isSpaced, removed) + listHtml(lines.slice(firstItem));
  }
  return wordsHtml(lines, isSpaced, removed);
}

function wordsHtml(lines: string[], isSpaced: boolean, removed: Removed): string {
  const said = (words: string) => {
    const clean = withoutGluedWords(words);
    if (clean !== words) removed.advertisements += 1;
    return escaped(clean);
  };
  if (isWrapped(lines))
    return rejoined(lines)
      .map((words) => `<p>${said(words)}</p>`)
      .join('');
  const isVerse = isSpaced && lines.length > 1 && lines.every((line) => line.trim().length < VERSE_LINE);
  if (isVerse) return `<p>${lines.map(said).join('<br>')}</p>`;
  return lines.map((line) => `<p>${said(line)}</p>`).join('');
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
    open = open === '' ? words : open + (/\p{L}-$/u.test(open) ? '' : ' ') + words;
    const isEnd = words.length < longest * 0.7 && /[.!?…”"’»។៕)]$/.test(words);
    if (!isEnd) continue;
    paragraphs.push(open);
    open = '';
  }
  return open === '' ? paragraphs : [...paragraphs, open];
}

/** Converts lines with bullets or numbers, and their continuation lines, to a list; indented lines are nested. */
function listHtml(lines: string[]): string {
  const items: { indent: number; number: string | undefined; words: string }[] = [];
  for (const line of lines) {
    const [start, indent = '', number] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (start !== undefined) {
      const depth = Math.min(indent.replaceAll('\t', '    ').length, DEEPEST_INDENT);
      items.push({ indent: depth, number, words: line.slice(start.length) });
    } else if (last) last.words += ` ${line.trim()}`;
  }
  return nested(items, 0, items.length);
}

function nested(
  items: { indent: number; number: string | undefined; words: string }[],
  from: number,
  to: number,
) {
  const first = items[from];
  if (!first) return '';
  const name = first.number ? 'ol' : 'ul';
  const start = numberOf(first.number) ?? 1;
  let html = start > 1 ? `<ol start="${start}">` : `<${name}>`;
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && (items[end]?.indent ?? 0) > first.indent + 1) end += 1;
    html += `<li><p>${escaped(items[at]?.words ?? '')}</p>${nested(items, at + 1, end)}</li>`;
    at = end;
  }
  return `${html}</${name}>`;
}

function escaped(words: string): string {
  return plainSpaces(words.trim().replace(/[ \t]+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
