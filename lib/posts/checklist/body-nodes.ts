import { noteParagraphs } from '@/lib/document/note-words';
import type { Body, BodyNode } from '@/lib/document/types';

/** A node of a body with its path: the index of a child at each level. */
export interface PlacedNode {
  node: BodyNode;
  path: number[];
}

/** Yields every node of a body, in the order of the text. */
export function* bodyNodes(body: Body): Generator<PlacedNode> {
  yield* within(body, []);
}

function* within(parent: BodyNode, way: number[]): Generator<PlacedNode> {
  for (const [index, node] of (parent.content ?? []).entries()) {
    const path = [...way, index];
    yield { node, path };
    yield* within(node, path);
  }
}

/** A link of a text, and where it is. */
export interface PlacedLink {
  href: string;
  path: number[];
}

/**
 * Lists the links of a body that lead to a page, including those of cards; a link that spans several runs is
 * listed once.
 */
export function linksIn(body: Body): PlacedLink[] {
  const links: PlacedLink[] = [];
  let before: PlacedLink | null = null;
  for (const { node, path } of bodyNodes(body)) {
    if (node.type === 'footnote') {
      links.push(...linksInNote(node, path));
      continue;
    }
    const href = pageOf(node);
    const goesOn = before?.href === href && isNext(before.path, path);
    before = href === null ? null : { href, path };
    if (before && !goesOn) links.push(before);
  }
  return links;
}

/** Lists the links in a footnote once each; their place is the footnote. */
function linksInNote({ attrs }: BodyNode, path: number[]): PlacedLink[] {
  const hrefs = noteParagraphs(attrs).flatMap((nodes) => nodes.flatMap((node) => pageOf(node) ?? []));
  return [...new Set(hrefs)].map((href) => ({ href, path }));
}

function pageOf(node: BodyNode): string | null {
  const href = hrefOf(node);
  return href !== null && /^(?:https?:|\/)/i.test(href) ? href : null;
}

function hrefOf({ type, attrs, marks }: BodyNode): string | null {
  const href = type === 'embed' ? attrs?.url : marks?.find((mark) => mark.type === 'link')?.attrs?.href;
  return typeof href === 'string' && href ? href : null;
}

function isNext(one: number[], other: number[]): boolean {
  const last = one.length - 1;
  return (
    other.length === one.length &&
    other[last] === (one[last] ?? 0) + 1 &&
    one.slice(0, last).every((index, level) => index === other[level])
  );
}
