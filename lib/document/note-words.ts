import { type FootnoteAttributes, type NoteParagraphs, NoteRuns } from './attributes';
import type { BodyNode } from './types';

/** The words of a footnote as they are stored. */
export type NoteWords = Pick<FootnoteAttributes, 'text' | 'paragraphs'>;

/** Returns the paragraphs of a footnote, each as inline nodes; none for an empty note. */
export function noteParagraphs(attrs: BodyNode['attrs']): BodyNode[][] {
  const { paragraphs, text } = attrs ?? {};
  if (NoteRuns.isAllowed(paragraphs) && paragraphs !== null) {
    return paragraphs.map((runs) => runs.map(asNode)).filter(hasWords);
  }
  const plain = typeof text === 'string' ? text.split(/\n{2,}/) : [];
  return plain.map((words): BodyNode[] => (words ? [{ type: 'text', text: words }] : [])).filter(hasWords);
}

/** Returns the words of a footnote, with one line per paragraph. */
export function noteWords(attrs: BodyNode['attrs']): string {
  return noteParagraphs(attrs).map(wordsOf).join('\n');
}

/** Returns a text that two references to the same note share. */
export function noteKey(attrs: BodyNode['attrs']): string {
  return JSON.stringify(noteParagraphs(attrs));
}

/** Stores paragraphs of inline nodes as the words of a footnote, without empty ones. */
export function noteOf(paragraphs: BodyNode[][]): NoteWords {
  const kept = paragraphs.filter(hasWords);
  const isPlain = kept.every((nodes) => nodes.every(({ marks }) => !marks?.length));
  if (isPlain) return { text: kept.map(wordsOf).join('\n\n'), paragraphs: null };
  return { text: '', paragraphs: kept.map((nodes) => nodes.flatMap(asRun)) };
}

type Run = NoteParagraphs[number][number];

function asNode({ text, marks }: Run): BodyNode {
  return marks?.length ? { type: 'text', marks, text } : { type: 'text', text };
}

function asRun({ text, marks }: BodyNode): Run[] {
  if (!text) return [];
  return [marks?.length ? { text, marks } : { text }];
}

function hasWords(nodes: BodyNode[]): boolean {
  return wordsOf(nodes).trim() !== '';
}

function wordsOf(nodes: BodyNode[]): string {
  return nodes.map(({ text }) => text ?? '').join('');
}
