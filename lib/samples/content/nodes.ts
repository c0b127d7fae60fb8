import type { Body, BodyNode } from '@/lib/document/types';

/** The content of a line: plain words or inline nodes. */
type Inline = string | BodyNode;

/** The words about a picture in a figure. */
export interface FigureWords {
  mediaId: string;
  alt: string;
  caption: string;
  credit: string;
}

const inline = (parts: Inline[]): BodyNode[] =>
  parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));

/** Builds a body. */
export function body(...content: BodyNode[]): Body {
  return { type: 'doc', content };
}

/** Builds a paragraph of words and inline nodes. */
export function paragraph(...parts: Inline[]): BodyNode {
  return { type: 'paragraph', content: inline(parts) };
}

/** Builds bold text. */
export function bold(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'bold' }] };
}

/** Builds italic text. */
export function italic(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'italic' }] };
}

/** Builds a link. */
export function link(text: string, href: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}

/** Builds a footnote, which readers find at the end of the text. */
export function footnote(text: string): BodyNode {
  return { type: 'footnote', attrs: { text } };
}

/** Builds a heading of the level below the headline. */
export function subheading(text: string): BodyNode {
  return { type: 'heading', attrs: { level: 2 }, content: inline([text]) };
}

/** Builds a pull quote: a sentence in large type. */
export function pullQuote(text: string): BodyNode {
  return { type: 'pullQuote', content: inline([text]) };
}

/** Builds a quotation. */
export function blockquote(...content: BodyNode[]): BodyNode {
  return { type: 'blockquote', content };
}

/** Builds a bullet list with one line per item. */
export function bulletList(...items: Inline[][]): BodyNode {
  return { type: 'bulletList', content: items.map(listItem) };
}

/** Builds a task list; nested tasks follow their parent's words. */
export function taskList(...items: BodyNode[]): BodyNode {
  return { type: 'taskList', content: items };
}

/** Builds a task. */
export function task(checked: boolean, words: string, ...nested: BodyNode[]): BodyNode {
  return { type: 'taskItem', attrs: { checked }, content: [paragraph(words), ...nested] };
}

/** Builds a box apart from the argument. */
export function callout(kind: 'note' | 'correction', ...content: BodyNode[]): BodyNode {
  return { type: 'callout', attrs: { kind }, content };
}

/** Builds a block of preformatted lines. */
export function codeBlock(language: string | null, ...lines: string[]): BodyNode {
  return { type: 'codeBlock', attrs: { language }, content: inline([lines.join('\n')]) };
}

/** Builds inline code. */
export function code(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'code' }] };
}

/** Builds subscript text. */
export function subscript(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'subscript' }] };
}

/** Builds a card for an external page. */
export function card(words: { url: string; title: string; text: string; site: string }): BodyNode {
  return { type: 'embed', attrs: { ...words, mediaId: null, kind: 'link' } };
}

/** Builds a figure with the words about its picture. */
export function figure(words: FigureWords): BodyNode {
  return { type: 'figure', attrs: { ...words } };
}

/** Builds a gallery of two to nine figures. */
export function gallery(...figures: BodyNode[]): BodyNode {
  return { type: 'gallery', content: figures };
}

/** Builds a table whose first row is its header. */
export function table(head: string[], ...rows: string[][]): BodyNode {
  const row = (type: string, cells: string[]): BodyNode => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
  });
  return {
    type: 'table',
    content: [row('tableHeader', head), ...rows.map((cells) => row('tableCell', cells))],
  };
}

function listItem(parts: Inline[]): BodyNode {
  return { type: 'listItem', content: [paragraph(...parts)] };
}
