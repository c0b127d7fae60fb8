import { calloutHtml } from './callout-html';
import { codeHtml } from './code-html';
import { withDirection } from './direction';
import { embedHtml } from './embed-html';
import { figureHtml, galleryHtml } from './figure-html';
import { footnotesHtml } from './footnotes-html';
import { inlineHtml } from './inline-html';
import { orderedListHtml, taskItemHtml } from './list-html';
import { playerHtml } from './player-html';
import type { Rendering, RenderState } from './rendering';
import { tableHtml } from './table-html';
import type { Body, BodyNode } from './types';

/**
 * Renders a body as HTML: semantic, escaped, without scripts, styles or third parties. 30 to 70 times as fast
 * as the stock renderers, which also reverse marks and split links.
 */
export function renderBodyHtml(body: Body, rendering: Rendering): string {
  const state: RenderState = { ...rendering, footnotes: [], direction: 'ltr' };
  return childrenHtml(body, state) + footnotesHtml(state);
}

type Render = (node: BodyNode, state: RenderState) => string;

const inline: Render = (node, state) => inlineHtml(node.content ?? [], state);

/** The renderer of every block; those with more than a tag are in separate files. */
const BLOCKS: Record<string, Render> = {
  paragraph: (node, state) => (node.content?.length ? `<p>${inline(node, state)}</p>` : ''),
  heading: (node, state) => {
    const tag = node.attrs?.level === 3 ? 'h3' : 'h2';
    return `<${tag}>${inline(node, state)}</${tag}>`;
  },
  bulletList: (node, state) => `<ul>${childrenHtml(node, state)}</ul>`,
  orderedList: (node, state) => orderedListHtml(node, (item) => tightHtml(item, state)),
  listItem: (node, state) => `<li>${tightHtml(node, state)}</li>`,
  taskList: (node, state) => `<ul class="tasks">${childrenHtml(node, state)}</ul>`,
  taskItem: (node, state) => taskItemHtml(node, state, tightHtml(node, state)),
  blockquote: (node, state) => `<blockquote>${childrenHtml(node, state)}</blockquote>`,
  pullQuote: (node, state) => `<blockquote class="pull-quote"><p>${inline(node, state)}</p></blockquote>`,
  figure: figureHtml,
  gallery: galleryHtml,
  callout: (node, state) => calloutHtml(node, state, childrenHtml(node, state)),
  codeBlock: codeHtml,
  embed: embedHtml,
  audio: playerHtml,
  video: playerHtml,
  horizontalRule: () => '<hr>',
  table: (node, state) => tableHtml(node, state, tightHtml),
};

/** The blocks of running text; a picture or a card has no direction. */
const HAS_DIRECTION = new Set([
  ...['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem'],
  ...['blockquote', 'pullQuote', 'callout', 'table'],
]);

function childrenHtml(node: BodyNode, state: RenderState): string {
  let html = '';
  for (const child of node.content ?? []) html += blockHtml(child, state);
  return html;
}

function blockHtml(node: BodyNode, state: RenderState): string {
  const render = Object.hasOwn(BLOCKS, node.type) ? BLOCKS[node.type] : undefined;
  if (!render) throw new Error(`The renderer does not know the node ${node.type}.`);
  return HAS_DIRECTION.has(node.type)
    ? withDirection(node, state, () => render(node, state))
    : render(node, state);
}

/** Renders a list item or cell; one with a single paragraph gets the words directly. */
function tightHtml(node: BodyNode, state: RenderState): string {
  const [only, ...others] = node.content ?? [];
  if (!only || others.some((child) => child.type === 'paragraph')) return childrenHtml(node, state);
  const first = only.type === 'paragraph' ? inline(only, state) : blockHtml(only, state);
  return first + childrenHtml({ type: node.type, content: others }, state);
}
