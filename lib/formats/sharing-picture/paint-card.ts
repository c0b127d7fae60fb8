import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { COLOURS } from '@/lib/settings/theme-colours';
import { cardHash, SHARING_HEIGHT_PX, SHARING_WIDTH_PX, type SharingCard } from './card';
import { shortened } from './shortened';
import { paintText, type TextLayer } from './text-layer';

const { paper: PAPER, ink: INK, soft: SOFT, accent: ACCENT } = COLOURS.light;
/** The room of a logo, in place of the name. */
const LOGO = { width: 480, height: 64 };
/** A logo has more colours than text. */
const COLOURS_OF_PNG = { text: 64, logo: 256 };
const MARGIN_PX = 72;
const BAND_PX = 16;
const TEXT_WIDTH_PX = SHARING_WIDTH_PX - 2 * MARGIN_PX;
const HEADLINE_TOP_PX = 152;
const HEADLINE_ROOM_PX = 320;
const LONGEST_HEADLINE = 240;
const LONGEST_LINE = 90;
const SMALLEST_HEADLINE_PX = 36;
/** Tried from the largest; the first size at which the headline fits, with no word broken, is used. */
const HEADLINE_SIZES_PX = [92, 80, 70, 60, 52, 44, SMALLEST_HEADLINE_PX];
const LINE_SIZE_PX = 32;
/** About 20 KB each. */
const MOST_KEPT = 300;

const kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT });

/**
 * Paints a card as PNG, 1200 by 630 pixels; painted once and then kept in memory.
 * @param mediaDir the folder of all pictures.
 */
export function sharingPicture(card: SharingCard, mediaDir: string): Promise<Buffer> {
  const hash = cardHash(card);
  const known = kept.get(hash);
  if (known) return known;
  const painted = paintCard(card, mediaDir);
  kept.set(hash, painted);
  // A failure must not be kept; those already waiting get the error.
  painted.catch(() => kept.delete(hash));
  return painted;
}

async function paintCard(card: SharingCard, mediaDir: string): Promise<Buffer> {
  const { headline, foot, look } = card;
  const accent = look?.accent ?? ACCENT;
  const line = { sizePx: LINE_SIZE_PX, widthPx: TEXT_WIDTH_PX, mayBreakWords: true };
  const name = await paintName(card, { ...line, colour: accent }, mediaDir);
  const title = await paintHeadline(shortened(headline, LONGEST_HEADLINE));
  const last = foot && (await paintText(shortened(foot, LONGEST_LINE), { ...line, colour: SOFT }));
  const layers = [
    { input: solid(SHARING_WIDTH_PX, BAND_PX, accent), left: 0, top: 0 },
    ...(name ? [{ input: name, left: MARGIN_PX, top: MARGIN_PX }] : []),
    { input: title.data, left: MARGIN_PX, top: HEADLINE_TOP_PX },
    ...(last
      ? [{ input: last.data, left: MARGIN_PX, top: SHARING_HEIGHT_PX - MARGIN_PX - last.heightPx + 12 }]
      : []),
  ];
  return sharp({
    create: { width: SHARING_WIDTH_PX, height: SHARING_HEIGHT_PX, channels: 3, background: PAPER },
  })
    .composite(layers)
    .png({ palette: true, colours: look?.logo ? COLOURS_OF_PNG.logo : COLOURS_OF_PNG.text })
    .toBuffer();
}

/** Paints the logo of the publication or else its name; null where the card has neither. */
async function paintName(
  { siteName, look }: SharingCard,
  style: Parameters<typeof paintText>[1],
  mediaDir: string,
): Promise<Buffer | null> {
  if (look?.logo)
    return sharp(join(mediaDir, look.logo.mediaId, look.logo.file))
      .resize({ ...LOGO, fit: 'inside' })
      .png()
      .toBuffer();
  return siteName ? (await paintText(shortened(siteName, LONGEST_LINE), style)).data : null;
}

async function paintHeadline(headline: string): Promise<TextLayer> {
  const style = { colour: INK, widthPx: TEXT_WIDTH_PX };
  for (const sizePx of HEADLINE_SIZES_PX) {
    const layer = await paintText(headline, { ...style, sizePx });
    if (layer.heightPx <= HEADLINE_ROOM_PX && layer.widthPx <= TEXT_WIDTH_PX) return layer;
  }
  // Only a “word” of half a hundred letters, such as an address, is wider than the card at the smallest size.
  return paintText(headline, { ...style, sizePx: SMALLEST_HEADLINE_PX, mayBreakWords: true });
}

function solid(width: number, height: number, background: string) {
  return { create: { width, height, channels: 3 as const, background } };
}
