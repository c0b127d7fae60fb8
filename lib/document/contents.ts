import type { Body, BodyNode } from './types';

/** A section of a text, for its list of contents. */
export interface Section {
  /** The id of its heading in the HTML. */
  id: string;
  heading: string;
}

/** From this number of words on, a list of contents helps more than it delays the text. */
const LONG_WORDS = 1500;
const FEWEST_SECTIONS = 3;
const HEADING_TAG = /<h([23])(?=[ >])/g;

interface Written {
  body: Body;
  bodyHtml: string;
  wordCount: number;
}

/**
 * Lists the sections of a long text, by its headings of the first level, and gives these ids in its HTML. A text of at
 * most 1,500 words, or with fewer than three sections, has no list, and its HTML stays as it is.
 */
export function withContents({ body, bodyHtml, wordCount }: Written): { html: string; sections: Section[] } {
  const none = { html: bodyHtml, sections: [] };
  if (wordCount <= LONG_WORDS) return none;
  const headings = headingsOf(body);
  // Our renderer writes each heading as one element, in order; anything else is not a text of ours.
  if ((bodyHtml.match(HEADING_TAG) ?? []).length !== headings.length) return none;
  const sections: Section[] = [];
  let at = 0;
  const html = bodyHtml.replace(HEADING_TAG, (tag, level: string) => {
    const heading = textOf(headings[at]).trim();
    at += 1;
    if (level !== '2' || !heading) return tag;
    const id = `section-${sections.length + 1}`;
    sections.push({ id, heading });
    return `${tag} id="${id}"`;
  });
  return sections.length < FEWEST_SECTIONS ? none : { html, sections };
}

function headingsOf(node: Body | BodyNode): BodyNode[] {
  return (node.content ?? []).flatMap((child) => (child.type === 'heading' ? [child] : headingsOf(child)));
}

function textOf(node: BodyNode | undefined): string {
  if (node?.type === 'hardBreak') return ' ';
  return (node?.text ?? '') + (node?.content ?? []).map(textOf).join('');
}
