import { readingsOf, type SignReading } from '@/lib/language/list-signs';
import { escaped } from './escaped';

/** A bullet, a number, one or two letters or a Roman number; longer numbers begin sentences, as years do. */
const ITEM =
  /^(\s*)(?:[•·◦▪‣●○*–-]|\(?(\d{1,3}|[\u17e0-\u17e9]{1,2}|[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5}|[\u1780-\u17a2])[.)។])\s+(?=\S)/;
/** Deeper lists stay on the deepest level: nobody reads more, and a post has a limit. */
const DEEPEST_INDENT = 12;

interface TextItem {
  indent: number;
  readings: SignReading[];
  words: string;
}

/**
 * Whether a line is the item of a list. A letter is the sign of an item only if the line before or after it has
 * the letter next to it: “I. Newton” and “A. Sok” are names.
 */
export function isItem(lines: string[], index: number): boolean {
  const sign = ITEM.exec(lines[index] ?? '')?.[2];
  if (!ITEM.test(lines[index] ?? '')) return false;
  if (sign === undefined || /^[\d\u17e0-\u17e9]/.test(sign)) return true;
  return follows(signOf(lines[index - 1]), sign) || follows(sign, signOf(lines[index + 1]));
}

/** Returns for each line how long the sign of an item is and what it means; null for a line that is no item. */
export function readingsOfItems(lines: string[]): ({ length: number; readings: SignReading[] } | null)[] {
  return lines.map((line, index) => {
    const [start, , sign] = ITEM.exec(line) ?? [];
    if (start === undefined || !isItem(lines, index)) return null;
    return { length: start.length, readings: sign === undefined ? [] : readingsOf(sign) };
  });
}

function signOf(line: string | undefined): string | undefined {
  return ITEM.exec(line ?? '')?.[2];
}

/** Whether one sign is directly before another. */
function follows(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return readingsOf(before).some((one) =>
    readingsOf(after).some(({ type, number }) => type === one.type && number === one.number + 1),
  );
}

/** Converts lines with bullets or numbers, and their continuation lines, to a list; indented lines are nested. */
export function listHtml(lines: string[]): string {
  const items: TextItem[] = [];
  for (const [index, line] of lines.entries()) {
    const [start, indent = '', sign] = ITEM.exec(line) ?? [];
    const last = items.at(-1);
    if (start !== undefined && isItem(lines, index)) {
      const depth = Math.min(indent.replaceAll('\t', '    ').length, DEEPEST_INDENT);
      const readings = sign === undefined ? [] : readingsOf(sign);
      items.push({ indent: depth, readings, words: line.slice(start.length) });
    } else if (last) last.words += ` ${line.trim()}`;
  }
  return nested(items, 0, items.length);
}

function nested(items: TextItem[], from: number, to: number): string {
  const first = items[from];
  if (!first) return '';
  const second = items.slice(from + 1, to).find(({ indent }) => indent <= first.indent + 1);
  const reading = readingBefore(first, second);
  const type = reading?.type ? ` type="${reading.type}"` : '';
  const start = reading && reading.number !== 1 ? ` start="${reading.number}"` : '';
  let html = reading ? `<ol${type}${start}>` : '<ul>';
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && (items[end]?.indent ?? 0) > first.indent + 1) end += 1;
    html += `<li><p>${escaped(items[at]?.words ?? '')}</p>${nested(items, at + 1, end)}</li>`;
    at = end;
  }
  return `${html}</${reading ? 'ol' : 'ul'}>`;
}

/** Returns the reading of a sign that the next sign agrees with, or the likeliest. */
function readingBefore(first: TextItem, second: TextItem | undefined): SignReading | undefined {
  const agreed = first.readings.find((one) =>
    second?.readings.some(({ type, number }) => type === one.type && number === one.number + 1),
  );
  return agreed ?? first.readings[0];
}
