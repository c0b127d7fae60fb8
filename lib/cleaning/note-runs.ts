import { isElement, isText } from './elements';
import { styleToElements } from './foreign-markup';
import { cleanLinks } from './links';
import { plainBlocks } from './plain-blocks';
import { newRemoved } from './report';
import { tidySpaces, trimLines } from './spaces';

/** The words of a note as the document stores them. */
export interface NoteContent {
  /** Words without formatting, with blank lines between paragraphs; empty when some are formatted. */
  text: string;
  /** Paragraphs of runs with marks, as JSON; null when no words are formatted. */
  paragraphs: string | null;
}

interface Mark {
  type: string;
  attrs?: { href: string };
}

interface Run {
  text: string;
  marks?: Mark[];
}

const MARKS: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  s: 'strike',
  code: 'code',
  sup: 'superscript',
  sub: 'subscript',
};

/**
 * Returns the content of a note, from its markup without the links back to the text; null when it has no words.
 * @param number of the note, if its words may begin with it.
 */
export function contentOfNote(note: HTMLElement, number: string | null): NoteContent | null {
  const removed = newRemoved();
  for (const picture of note.querySelectorAll('img, sup[data-footnote]')) picture.remove();
  styleToElements(note, removed);
  cleanLinks(note, removed);
  const holder = note.ownerDocument.createElement('div');
  holder.append(...plainBlocks(note, removed));
  tidySpaces(holder);
  trimLines(holder, false);
  const lines = [...holder.querySelectorAll('p, h2, h3, pre, .pull-quote')];
  const [first = [], ...others] = lines.flatMap(paragraphsOf);
  const paragraphs = [withoutNumber(first, number), ...others].filter(hasWords);
  if (paragraphs.length === 0) return null;
  const isFormatted = paragraphs.some((runs) => runs.some(({ marks }) => marks));
  if (isFormatted) return { text: '', paragraphs: JSON.stringify(paragraphs) };
  const text = paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('\n\n');
  return { text, paragraphs: null };
}

/** Returns the runs of a line, and of each further line that a break begins. */
function paragraphsOf(line: Element): Run[][] {
  const paragraphs: Run[][] = [[]];
  const add = (node: Node, marks: Mark[]) => {
    for (const child of node.childNodes) {
      if (isText(child)) addText(paragraphs.at(-1) ?? [], child.nodeValue ?? '', marks);
      else if (isElement(child) && child.localName === 'br') paragraphs.push([]);
      else if (isElement(child)) add(child, [...marks, ...marksOf(child)]);
    }
  };
  add(line, []);
  return paragraphs;
}

function marksOf(element: HTMLElement): Mark[] {
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  if (href) return [{ type: 'link', attrs: { href } }];
  const type = MARKS[element.localName];
  return type ? [{ type }] : [];
}

function addText(runs: Run[], text: string, marks: Mark[]): void {
  const last = runs.at(-1);
  if (text === '') return;
  if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
  else runs.push(marks.length > 0 ? { text, marks } : { text });
}

/** Removes the number of the note that some programs leave before its words, as text. */
function withoutNumber(runs: Run[], number: string | null): Run[] {
  const [first, ...others] = runs;
  if (!first) return runs;
  const [, sign, words = ''] = /^\s*([\d\u17e0-\u17e9]{1,3})[.)]?\s+(.*)$/s.exec(first.text) ?? [];
  const text = sign !== undefined && sign === number ? words : first.text.trimStart();
  return text ? [{ ...first, text }, ...others] : others;
}

function hasWords(runs: Run[]): boolean {
  return runs.some(({ text }) => text.trim());
}
