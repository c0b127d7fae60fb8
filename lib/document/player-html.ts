import { mediaPath } from '@/lib/addresses';
import { stringsFor } from '@/lib/language/strings';
import { type AudioAttributes, VideoAttributes } from './attributes';
import { escapeHtml } from './escape';
import { fallbackOf, figcaptionHtml } from './figure-html';
import type { MediaFacts, Rendition } from './media-facts';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';
import { wordsHtml } from './words-html';

/**
 * Renders audio or video with the browser's own controls; nothing is fetched before it is played. Inside is a
 * link to the file, for readers and text editions that cannot play it.
 */
export function playerHtml(node: BodyNode, state: RenderState): string {
  const attributes = VideoAttributes.require(node.attrs);
  const isFilm = node.type === 'video';
  const media = state.media.get(attributes.mediaId);
  const files = (media?.renditions ?? []).filter(({ mime }) => mime.startsWith(`${node.type}/`));
  const words = stringsFor(state.language);
  const [first] = files;
  const player = media && first && elementHtml(isFilm, { media, files, first, attributes }, state);
  const inside = [
    player,
    figcaptionHtml(attributes, state),
    transcriptHtml(attributes, state, words.transcript),
  ].join('');
  return inside && `<figure class="figure player">${inside}</figure>`;
}

interface Played {
  media: MediaFacts;
  files: Rendition[];
  first: Rendition;
  attributes: VideoAttributes;
}

function elementHtml(isFilm: boolean, { media, files, first, attributes }: Played, state: RenderState) {
  const words = stringsFor(state.language);
  const address = (id: string, file: string) => escapeHtml((state.absoluteBase ?? '') + mediaPath(id, file));
  const name = attributes.caption || media.alt || (isFilm ? words.film : words.recording);
  const poster = state.media.get(attributes.poster ?? '');
  const still = poster && fallbackOf(poster);
  const shown = [
    `controls preload="none" aria-label="${escapeHtml(name)}"`,
    isFilm && media.widthPx > 0 && `width="${media.widthPx}" height="${media.heightPx}"`,
    isFilm && 'playsinline',
    isFilm && still && `poster="${address(poster.id, still.file)}"`,
    files.length === 1 && `src="${address(media.id, first.file)}"`,
  ].filter(Boolean);
  const sources = files.map(
    ({ file, mime }) => `<source src="${address(media.id, file)}" type="${escapeHtml(mime)}">`,
  );
  const link = `<a href="${address(media.id, first.file)}">${escapeHtml(isFilm ? words.watch : words.listen)}</a>`;
  const tag = isFilm ? 'video' : 'audio';
  return `<${tag} ${shown.join(' ')}>${files.length > 1 ? sources.join('') : ''}${link}</${tag}>`;
}

/** Renders a transcript that can be opened; a blank line begins a paragraph. */
function transcriptHtml({ transcript }: AudioAttributes, { language }: RenderState, title: string): string {
  const paragraphs = transcript.split(/\n\s*\n/).filter((paragraph) => paragraph.trim());
  if (paragraphs.length === 0) return '';
  const lines = (paragraph: string) => wordsHtml(paragraph.trim(), language).replaceAll('\n', '<br>');
  const html = paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`).join('');
  return `<details class="transcript"><summary>${escapeHtml(title)}</summary>${html}</details>`;
}
