import type { SignReading } from '@/lib/language/list-signs';
import { isBlank, isElement, isText } from './elements';
import { listsOf } from './list-items';
import { readingsOfItems } from './text-lists';

/** A bullet that was typed, or that a program wrote instead of a list. */
const BULLET = /^[\s\u00a0]*[•◦▪‣●○][\s\u00a0]*(?=\S)/;
/** A sign needs no more letters; a line can be very long. */
const LONGEST_SIGN = 40;

/** A line of a paragraph, between two breaks. */
interface Line {
  paragraph: HTMLElement;
  nodes: Node[];
  text: string;
  /** Set for an item: how many letters its sign has, and what the sign means; a bullet has no meaning. */
  sign: { length: number; readings: SignReading[] } | null;
}

/** Converts lines that begin with bullets, or within one paragraph with numbers or letters in order, to lists. */
export function withLineLists(blocks: HTMLElement[]): HTMLElement[] {
  const all: HTMLElement[] = [];
  let open: HTMLElement[] = [];
  const flush = () => {
    all.push(...fromParagraphs(open));
    open = [];
  };
  for (const block of blocks) {
    if (block.localName === 'p') open.push(block);
    else {
      flush();
      all.push(block);
    }
  }
  flush();
  return all;
}

function fromParagraphs(paragraphs: HTMLElement[]): HTMLElement[] {
  const lines = paragraphs.flatMap(linesOf);
  for (const [index, line] of lines.entries()) {
    if (line.sign) continue;
    const bullet = BULLET.exec(line.text)?.[0];
    const isBesideOne = [index - 1, index + 1].some((other) => BULLET.test(lines[other]?.text ?? ''));
    if (bullet && isBesideOne) line.sign = { length: bullet.length, readings: [] };
  }
  if (!lines.some(({ sign }) => sign)) return paragraphs;
  return rebuilt(lines);
}

function linesOf(paragraph: HTMLElement): Line[] {
  const lines: Line[] = [{ paragraph, nodes: [], text: '', sign: null }];
  for (const child of paragraph.childNodes) {
    if (isElement(child) && child.localName === 'br') {
      lines.push({ paragraph, nodes: [], text: '', sign: null });
      continue;
    }
    const line = lines.at(-1);
    line?.nodes.push(child);
    if (line && line.text.length < LONGEST_SIGN)
      line.text += (child.textContent ?? '').slice(0, LONGEST_SIGN);
  }
  if (lines.length < 2) return lines;
  const signs = readingsOfItems(lines.map(({ text }) => text));
  // One number among other lines is no list.
  const isList = signs.filter(Boolean).length > 1;
  for (const [index, line] of lines.entries()) if (isList) line.sign = signs[index] ?? null;
  return lines;
}

function rebuilt(lines: Line[]): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    let end = at + 1;
    if (line.sign) {
      while (lines[end]?.sign) end += 1;
      blocks.push(...listOf(lines.slice(at, end), line.paragraph.ownerDocument));
    } else {
      while (lines[end] && !lines[end]?.sign && lines[end]?.paragraph === line.paragraph) end += 1;
      const words = paragraphOf(lines.slice(at, end), line.paragraph.ownerDocument);
      if (words.firstChild) blocks.push(words);
    }
    at = end;
  }
  return blocks;
}

function paragraphOf(lines: Line[], document: Document): HTMLElement {
  const paragraph = document.createElement('p');
  for (const [index, { nodes }] of lines.entries()) {
    if (index > 0) paragraph.append(document.createElement('br'));
    paragraph.append(...nodes);
  }
  return paragraph;
}

function listOf(lines: Line[], document: Document): HTMLElement[] {
  const items = lines.map((line) => {
    const paragraph = paragraphOf([line], document);
    removeLetters(paragraph, line.sign?.length ?? 0);
    const readings = line.sign?.readings ?? [];
    return { level: 1, isOrdered: readings.length > 0, readings, isChecked: null, content: [paragraph] };
  });
  return listsOf(items, document);
}

/** Removes the first letters of an element, and elements that are then empty. @returns how many are left to remove. */
function removeLetters(element: Node, count: number): number {
  let left = count;
  for (const child of [...element.childNodes]) {
    if (left <= 0) break;
    if (isText(child)) {
      const text = child.nodeValue ?? '';
      child.nodeValue = text.slice(left);
      left -= text.length;
    } else {
      left = removeLetters(child, left);
      if (isElement(child) && isBlank(child.textContent) && !child.matches('sup[data-footnote]'))
        child.remove();
    }
  }
  return left;
}
