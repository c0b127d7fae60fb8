import { isBlock } from './elements';

/** A post takes two million bytes; a Khmer letter is three. */
const LONGEST_TEXT = 1_000_000;
/** Each becomes a paragraph; the editor needs a second for so many. */
const MOST_LINES = 20_000;
/** With pictures inside. Half of it would be a long book without them. */
const LONGEST_MARKUP = 30_000_000;
/** Of opening and closing tags. An encyclopedia's longest articles have half as many. */
const MOST_TAGS = 100_000;
/** Browsers end at 512; pages and word processors stay under 100. */
const DEEPEST_MARKUP = 250;
/** A parser looks through all open elements at each tag. */
const MOST_OPEN = 1000;
const TAG = /<(\/?)([a-z][\w:-]*)/gi;
/** Elements without a closing tag, or which authors of pages may leave open. */
const NEVER_CLOSED = new Set(
  'area base body br col colgroup dd dt embed head hr html img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);
/** The server accepts forty levels (`lib/document/parse.ts`), and the place of the paste has some of its own. */
const DEEPEST_BLOCKS = 30;

/** Whether a text is too long for one post. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST_TEXT || countUpTo(text, '\n', MOST_LINES) > MOST_LINES;
}

/** Whether markup is so long, or has so many or so deeply nested tags, that parsing it would stop the browser. */
export function hasTooMuchMarkup(html: string): boolean {
  if (html.length > LONGEST_MARKUP || countUpTo(html, '<', MOST_TAGS) > MOST_TAGS) return true;
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (NEVER_CLOSED.has(name.toLowerCase())) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > MOST_OPEN) return true;
  }
  return false;
}

/** Whether elements are nested so deeply that cleaning them would take too long. */
export function isMarkupTooDeep(root: Node): boolean {
  return isDeeper(root, DEEPEST_MARKUP, () => true);
}

/** Whether clean blocks are nested more deeply than a post may be. */
export function areBlocksTooDeep(root: Node): boolean {
  return isDeeper(root, DEEPEST_BLOCKS, isBlock);
}

/**
 * Whether content that an editor such as ours put on the clipboard is over the limits, so that it must be read like
 * any other: a page can call its own markup so.
 */
export function isSliceExcessive(html: string, parse: (html: string) => HTMLElement): boolean {
  if (hasTooMuchMarkup(html)) return true;
  const root = parse(html);
  return isMarkupTooDeep(root) || areBlocksTooDeep(root) || isContextTooDeep(root);
}

/** The editor puts such content into as many blocks as its first element names. */
function isContextTooDeep(root: HTMLElement): boolean {
  const named = root.querySelector('[data-pm-slice]')?.getAttribute('data-pm-slice') ?? '';
  // Each is a name and its attributes: `0 0 ["blockquote",null,"blockquote",null]`.
  return countUpTo(named, ',', 2 * DEEPEST_BLOCKS) >= 2 * DEEPEST_BLOCKS;
}

/** Walks without recursion, which a deep tree would overflow. */
function isDeeper(root: Node, deepest: number, counts: (node: Node) => boolean): boolean {
  let depth = 0;
  for (let node: Node | null = root; node; ) {
    if (node.firstChild) {
      depth += counts(node) ? 1 : 0;
      if (depth > deepest) return true;
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= node && counts(node) ? 1 : 0;
    }
    node = !node || node === root ? null : node.nextSibling;
  }
  return false;
}

function countUpTo(text: string, part: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count <= most; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}
