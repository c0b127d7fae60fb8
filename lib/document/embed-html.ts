import { mediaPath } from '@/lib/addresses';
import { EmbedAttributes } from './attributes';
import { escapeHtml } from './escape';
import { fallbackOf } from './figure-html';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';
import { wordsHtml } from './words-html';

/**
 * Renders an external page as a card: a link with the stored title, text and picture. The reader's browser
 * contacts no third party before the link is followed. The picture only repeats the title, so its alt is
 * empty.
 */
export function embedHtml(node: BodyNode, state: RenderState): string {
  const { url, title, text, site, kind } = EmbedAttributes.require(node.attrs);
  const words = (value: string) => wordsHtml(value, state.language);
  const { host } = new URL(url);
  const parts = [
    pictureHtml(node, state),
    `<p class="embed-title"><a href="${escapeHtml(url)}">${words(title || url)}</a></p>`,
    text && `<p class="embed-text">${words(text)}</p>`,
    `<p class="embed-site">${words(site || host.replace(/^www\./, ''))}</p>`,
  ];
  return `<figure class="embed embed-${kind}">${parts.join('')}</figure>`;
}

function pictureHtml({ attrs }: BodyNode, { media, absoluteBase }: RenderState): string {
  const picture = media.get(String(attrs?.mediaId ?? ''));
  const file = picture && fallbackOf(picture);
  if (!file) return '';
  const src = escapeHtml((absoluteBase ?? '') + mediaPath(picture.id, file.file));
  return `<img src="${src}" width="${file.widthPx}" height="${file.heightPx}" alt="" loading="lazy" decoding="async">`;
}
