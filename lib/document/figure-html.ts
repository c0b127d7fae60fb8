import { mediaPath } from '@/lib/addresses';
import { FigureAttributes } from './attributes';
import { escapeHtml } from './escape';
import type { MediaFacts, Rendition } from './media-facts';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';
import { wordsHtml } from './words-html';

/** The width of a picture: in the column, or beyond it. Must match the stylesheet. */
const SIZES = {
  column: '(min-width: 40rem) 38rem, 100vw',
  wide: '(min-width: 64rem) 60rem, 100vw',
};
const FALLBACK_WIDTH_PX = 1200;
const MODERN = ['image/avif', 'image/webp'];

/** Renders a figure with caption and credit; without its picture only the words remain. */
export function figureHtml(node: BodyNode, state: RenderState): string {
  const figure = FigureAttributes.require(node.attrs);
  const media = state.media.get(figure.mediaId);
  const captionHtml = figcaptionHtml(figure, state);
  if (!media) return captionHtml && `<figure class="figure">${captionHtml}</figure>`;
  const picture = pictureHtml(
    media,
    { ...figure, alt: figure.isDecorative ? '' : figure.alt || media.alt },
    state,
  );
  return `<figure class="figure${figure.isWide ? ' figure-wide' : ''}">${picture}${captionHtml}</figure>`;
}

/** Renders the caption and credit of a picture, audio file or video; nothing when both are empty. */
export function figcaptionHtml(
  { caption, credit }: { caption: string; credit: string },
  { language }: RenderState,
): string {
  const words = [
    caption && `<span class="caption">${wordsHtml(caption, language)}</span>`,
    credit && `<span class="credit">${wordsHtml(credit, language)}</span>`,
  ].filter(Boolean);
  return words.length ? `<figcaption>${words.join(' ')}</figcaption>` : '';
}

type Shown = Pick<FigureAttributes, 'alt' | 'isWide'>;

function pictureHtml(media: MediaFacts, { alt, isWide }: Shown, { absoluteBase }: RenderState): string {
  const fallback = fallbackOf(media);
  if (!fallback) return '';
  const size = `width="${media.widthPx}" height="${media.heightPx}" alt="${escapeHtml(alt)}"`;
  const url = mediaPath(media.id, fallback.file);
  if (absoluteBase) return `<img src="${escapeHtml(absoluteBase + url)}" ${size}>`;
  const sources = MODERN.map((mime) => {
    const files = media.renditions.filter((rendition) => rendition.mime === mime);
    if (files.length === 0) return '';
    return `<source type="${mime}" srcset="${srcset(media.id, files)}" sizes="${isWide ? SIZES.wide : SIZES.column}">`;
  });
  return `<picture>${sources.join('')}<img src="${url}" ${size} loading="lazy" decoding="async"></picture>`;
}

/** Returns the file for browsers and feed readers without modern formats: about as wide as the column. */
export function fallbackOf({ renditions }: MediaFacts): Rendition | undefined {
  const pictures = renditions.filter((rendition) => rendition.mime.startsWith('image/'));
  const plain = pictures.filter((rendition) => !MODERN.includes(rendition.mime));
  const files = plain.length ? plain : pictures;
  return files.find((rendition) => rendition.widthPx >= FALLBACK_WIDTH_PX) ?? files.at(-1);
}

function srcset(mediaId: string, files: Rendition[]): string {
  return files.map(({ file, widthPx }) => `${mediaPath(mediaId, file)} ${widthPx}w`).join(', ');
}
