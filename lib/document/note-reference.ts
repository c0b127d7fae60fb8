import { noteKey, noteParagraphs } from './note-words';
import type { RenderedNote, RenderState } from './rendering';
import type { BodyNode } from './types';

/** Renders the number of a footnote; a second reference to a note has the number of the first. */
export function referenceHtml({ attrs }: BodyNode, { footnotes }: RenderState): string {
  const { note, number } = noteAt(attrs, footnotes);
  note.references += 1;
  const id = referenceId(number, note.references);
  return `<sup class="footnote-ref"><a href="#fn-${number}" id="${id}">${number}</a></sup>`;
}

/** Returns the note of a reference and its number; a second reference without a first is a note of its own. */
function noteAt(attrs: BodyNode['attrs'], notes: RenderedNote[]): { note: RenderedNote; number: number } {
  const key = noteKey(attrs);
  const known = attrs?.isAgain === true ? notes.find((note) => note.key === key) : undefined;
  if (known) return { note: known, number: notes.indexOf(known) + 1 };
  const note = { key, paragraphs: noteParagraphs(attrs), references: 0 };
  return { note, number: notes.push(note) };
}

/** Returns the id of a place that refers to a note. */
export function referenceId(number: number, reference: number): string {
  return reference === 1 ? `fnref-${number}` : `fnref-${number}-${reference}`;
}
