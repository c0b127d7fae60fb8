import { Node } from '@tiptap/core';
import { type NoteParagraphs, NoteRuns } from '../attributes';

/**
 * The reference of a footnote in the text; it carries the note, and its number is its position among the footnotes.
 * A second reference to a note carries the note again, so that deleting either loses nothing.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,

  addAttributes() {
    return { text: { default: '' }, paragraphs: { default: null }, isAgain: { default: false } };
  },

  parseHTML() {
    return [
      {
        tag: 'sup[data-footnote]',
        getAttrs: (element) => ({
          text: element.getAttribute('data-footnote') ?? '',
          paragraphs: paragraphsIn(element.getAttribute('data-paragraphs')),
          isAgain: element.hasAttribute('data-again'),
        }),
      },
    ];
  },

  renderHTML({ node: { attrs } }) {
    const paragraphs = attrs.paragraphs ? { 'data-paragraphs': JSON.stringify(attrs.paragraphs) } : {};
    const again = attrs.isAgain ? { 'data-again': '' } : {};
    return ['sup', { 'data-footnote': attrs.text, ...paragraphs, ...again }];
  },
});

/** Reads the formatting of a note; anything can be in pasted markup, and then only the words are kept. */
function paragraphsIn(json: string | null): NoteParagraphs | null {
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return NoteRuns.isAllowed(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
