import { mediaPath } from '@/lib/addresses';
import { FigureAttributes } from './attributes';
import { withDirection } from './direction';
import { escapeHtml } from './escape';
import { focusPoint } from './focus-point';
import type { MediaFacts, Rendition } from './media-facts';
import { MODERN_FORMATS, pictureSources } from './picture-sources';
import type { RenderState } from './rendering';
import type { BodyNode } from './types';
import { wordsHtml } from './words-html';

/** The width of a picture: in the column, beyond it, or a part of a gallery. Must match the stylesheet. */
const SIZES = {
  column: '(min-width: 40rem) 38rem, 100vw',
  wide: '(min-width: 64rem) 60rem, 100vw',
  whole: '(min-width: 48rem) 46rem, 100vw',
  half: '(min-width: 48rem) 23rem, 50vw',
  third: '(min-width: 48rem) 15rem, 50vw',
};
const FALLBACK_WIDTH_PX = 1200;
/** From so many pictures on, a gallery has three columns where there is room. */
const THREE_COLUMNS_FROM = 6;

/** Renders a figure with caption and credit; without its picture only the words remain. */
export function figureHtml(node: BodyNode, state: RenderState): string {
  const { isWide } = FigureAttributes.require(node.attrs);
  return placedFigureHtml(node, state, { sizes: isWide ? SIZES.wide : SIZES.column, isCropped: false });
}

/**
 * Renders a gallery: two columns, three from six pictures on where there is room, in which the pictures are cropped to
 * one shape at their focus points. What is left over in the last row is larger, in the first.
 */
export function galleryHtml({ content = [] }: BodyNode, state: RenderState): string {
  const figures = content.map((node, index) =>
    placedFigureHtml(node, state, { sizes: sizesInGallery(index, content.length), isCropped: true }),
  );
  return `<div class="gallery gallery-${content.length}">${figures.join('')}</div>`;
}

function sizesInGallery(index: number, count: number): string {
  if (count < THREE_COLUMNS_FROM) return count % 2 === 1 && index === 0 ? SIZES.whole : SIZES.half;
  const left = count % 3;
  if (index >= left) return SIZES.third;
  return left === 1 ? SIZES.whole : SIZES.half;
}

interface Place {
  sizes: string;
  /** Whether it has the shape of those beside it, which may cut off what is not near its focus point. */
  isCropped: boolean;
}

function placedFigureHtml(node: BodyNode, state: RenderState, place: Place): string {
  const figure = FigureAttributes.require(node.attrs);
  const media = state.media.get(figure.mediaId);
  const captionHtml = figcaptionHtml(figure, state);
  if (!media) return captionHtml && `<figure class="figure">${captionHtml}</figure>`;
  const alt = figure.isDecorative ? '' : figure.alt || media.alt;
  const picture = pictureHtml(media, { ...place, alt }, state);
  return `<figure class="figure${figure.isWide ? ' figure-wide' : ''}">${picture}${captionHtml}</figure>`;
}

/** Renders the caption and credit of a picture, audio file or video; nothing when both are empty. */
export function figcaptionHtml(
  { caption, credit }: { caption: string; credit: string },
  state: RenderState,
): string {
  const part = (name: string, words: string) =>
    words &&
    withDirection(asText(words), state, () => {
      return `<span class="${name}">${wordsHtml(words, state.language)}</span>`;
    });
  return withDirection(asText(caption || credit), state, () => {
    const parts = [part('caption', caption), part('credit', credit)].filter(Boolean);
    return parts.length ? `<figcaption>${parts.join(' ')}</figcaption>` : '';
  });
}

function asText(text: string): BodyNode {
  return { type: 'text', text };
}

type Shown = Place & { alt: string };

function pictureHtml(media: MediaFacts, shown: Shown, { absoluteBase }: RenderState): string {
  const fallback = fallbackOf(media);
  if (!fallback) return '';
  const size = `width="${media.widthPx}" height="${media.heightPx}" alt="${escapeHtml(shown.alt)}"`;
  const url = mediaPath(media.id, fallback.file);
  if (absoluteBase) return `<img src="${escapeHtml(absoluteBase + url)}" ${size}>`;
  const sources = pictureSources(media).map(
    ({ mime, srcSet }) => `<source type="${mime}" srcset="${srcSet}" sizes="${shown.sizes}">`,
  );
  return `<picture>${sources.join('')}<img src="${url}" ${size}${looksOf(media, shown)} loading="lazy" decoding="async"></picture>`;
}

/** Pictures of a gallery wait for the one at the top of the page. */
function looksOf(media: MediaFacts, { isCropped }: Shown): string {
  if (!isCropped) return '';
  const focus = focusPoint(media);
  return `${focus && ` class="${focus}"`} fetchpriority="low"`;
}

/** Returns the file for browsers and feed readers without modern formats: about as wide as the column. */
export function fallbackOf({ renditions }: MediaFacts): Rendition | undefined {
  const pictures = renditions.filter((rendition) => rendition.mime.startsWith('image/'));
  const plain = pictures.filter((rendition) => !MODERN_FORMATS.includes(rendition.mime));
  const files = plain.length ? plain : pictures;
  return files.find((rendition) => rendition.widthPx >= FALLBACK_WIDTH_PX) ?? files.at(-1);
}
