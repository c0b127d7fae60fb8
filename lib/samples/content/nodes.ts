import type { Body, BodyNode } from '@/lib/document/types';

/** What a line may be made of: plain words or inline nodes. */
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

/** A whole body. */
export function body(...content: BodyNode[]): Body {
  return { type: 'doc', content };
}

/** A paragraph of words and inline nodes. */
export function paragraph(...parts: Inline[]): BodyNode {
  return { type: 'paragraph', content: inline(parts) };
}

/** Words in bold. */
export function bold(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'bold' }] };
}

/** Words in italics. */
export function italic(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'italic' }] };
}

/** Words that lead elsewhere. */
export function link(text: string, href: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] };
}

/** A note that readers find at the end of the text. */
export function footnote(text: string): BodyNode {
  return { type: 'footnote', attrs: { text } };
}

/** A heading within the text, of the level below the headline. */
export function subheading(text: string): BodyNode {
  return { type: 'heading', attrs: { level: 2 }, content: inline([text]) };
}

/** A sentence set apart in large type. */
export function pullQuote(text: string): BodyNode {
  return { type: 'pullQuote', content: inline([text]) };
}

/** Somebody else’s words. */
export function blockquote(...content: BodyNode[]): BodyNode {
  return { type: 'blockquote', content };
}

/** A list; each item is a line. */
export function bulletList(...items: Inline[][]): BodyNode {
  return { type: 'bulletList', content: items.map(listItem) };
}

/** Things to do; what is nested under one comes after its words. */
export function taskList(...items: BodyNode[]): BodyNode {
  return { type: 'taskList', content: items };
}

/** One thing to do. */
export function task(checked: boolean, words: string, ...nested: BodyNode[]): BodyNode {
  return { type: 'taskItem', attrs: { checked }, content: [paragraph(words), ...nested] };
}

/** A box set apart from the argument. */
export function callout(kind: 'note' | 'correction', ...content: BodyNode[]): BodyNode {
  return { type: 'callout', attrs: { kind }, content };
}

/** Lines to be read as they stand. */
export function codeBlock(language: string | null, ...lines: string[]): BodyNode {
  return { type: 'codeBlock', attrs: { language }, content: inline([lines.join('\n')]) };
}

/** Words as a machine reads them. */
export function code(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'code' }] };
}

/** Letters below the line. */
export function subscript(text: string): BodyNode {
  return { type: 'text', text, marks: [{ type: 'subscript' }] };
}

/** A page elsewhere as a card. */
export function card(words: { url: string; title: string; text: string; site: string }): BodyNode {
  return { type: 'embed', attrs: { ...words, mediaId: null, kind: 'link' } };
}

/** A picture with the words about it. */
export function figure(words: FigureWords): BodyNode {
  return { type: 'figure', attrs: { ...words } };
}

/** Two to nine figures side by side. */
export function gallery(...figures: BodyNode[]): BodyNode {
  return { type: 'gallery', content: figures };
}

/** A table whose first row is its head. */
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
