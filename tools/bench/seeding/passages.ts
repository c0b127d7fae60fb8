import { renderBodyHtml } from '@/lib/document/html';
import { bodyText } from '@/lib/document/text';
import type { BodyNode } from '@/lib/document/types';
import { countWords } from '@/lib/document/words';
import { blockquote, body, italic, link, paragraph } from '@/lib/samples/content/nodes';
import { indexText } from '@/lib/search/index-text';
import { knownWordsOf } from '@/lib/search/known-words';
import type { Writer } from '../writer';

/** A block of a body with everything that is derived from it, each of which can be joined with that of others. */
export interface Passage {
  json: string;
  html: string;
  text: string;
  /** Its text as the search index stores it. */
  indexed: string;
  /** Its words that searches can be corrected to, of each of its parts. */
  known: readonly ReadonlySet<string>[];
  words: number;
}

/** Passages that texts are put together from: deriving each once makes a large publication possible in minutes. */
export interface Passages {
  paragraphs: [Passage, ...Passage[]];
  subheadings: [Passage, ...Passage[]];
}

const MOST_PARAGRAPHS = 3000;
const PARAGRAPHS_IN_SUBHEADING = 6;
/** Every so many paragraphs, one has a link, and one is a quotation. */
const LINK_EVERY = 8;
const QUOTATION_EVERY = 20;

/** Writes the passages for this number of posts. */
export function writePassages(writer: Writer, posts: number): Passages {
  const count = Math.min(MOST_PARAGRAPHS, posts * 4);
  return {
    paragraphs: several(count, (n) => passageOf(paragraphNode(writer, n), writer)),
    subheadings: several(Math.ceil(count / PARAGRAPHS_IN_SUBHEADING), () =>
      passageOf(writer.subheading(), writer),
    ),
  };
}

/** Derives from a block what a post with only this block would have. */
export function passageOf(node: BodyNode, { language }: Pick<Writer, 'language'>): Passage {
  const text = bodyText(body(node));
  return {
    json: JSON.stringify(node),
    html: renderBodyHtml(body(node), { media: new Map(), language }),
    text,
    indexed: indexText(text),
    known: [knownWordsOf(text)],
    words: countWords(text, language),
  };
}

/** Joins passages into the parts of a post. */
export function join(passages: Passage[]): Passage {
  return {
    json: `{"type":"doc","content":[${passages.map(({ json }) => json).join(',')}]}`,
    html: passages.map(({ html }) => html).join(''),
    text: passages.map(({ text }) => text).join('\n'),
    indexed: passages.map(({ indexed }) => indexed).join(' '),
    known: passages.flatMap(({ known }) => known),
    words: passages.reduce((sum, { words }) => sum + words, 0),
  };
}

function paragraphNode(writer: Writer, n: number): BodyNode {
  if (n % QUOTATION_EVERY === 3) return blockquote(writer.paragraph());
  if (n % LINK_EVERY !== 1) return writer.paragraph();
  const [before, after] = [writer.sentences(20), writer.sentences(30)];
  return paragraph(
    `${before} `,
    link(writer.headline(3), `https://example.org/${n}`),
    '. ',
    italic(writer.headline(2)),
    `. ${after}`,
  );
}

function several(count: number, make: (n: number) => Passage): [Passage, ...Passage[]] {
  return [make(0), ...Array.from({ length: count - 1 }, (_, n) => make(n + 1))];
}
