import { join } from 'node:path';
import sharp from 'sharp';
import { escapeHtml } from '@/lib/document/escape';
import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Text painted on a transparent background. */
export interface TextLayer {
  data: Buffer;
  widthPx: number;
  heightPx: number;
}

interface TextStyle {
  sizePx: number;
  /** As `#rrggbb`. */
  colour: string;
  widthPx: number;
  /** Whether a word that is wider than all of it continues in the next line. */
  mayBreakWords?: boolean;
}

const FONTS = join(process.cwd(), 'lib/formats/sharing-picture/fonts');
/** Files by font family; the first that has a letter paints it. */
const FAMILIES = {
  'Sharing Latin': 'latin.ttf',
  'Sharing Latin Extended': 'latin-extended.ttf',
  'Sharing Khmer': 'khmer.ttf',
};
const ZERO_WIDTH_SPACE = '\u200B';
/** Characters that our fonts cannot paint and that a picture does not need. */
const UNPAINTABLE =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\uFE0F|\u200D|\p{Cc}|\p{Cs}/gu;

let fonts: Promise<void> | undefined;

/**
 * Paints text with the publication's own fonts, shaped by HarfBuzz inside sharp, so that Khmer is correct on
 * a machine without any fonts.
 */
export async function paintText(
  words: string,
  { sizePx, colour, widthPx, mayBreakWords = false }: TextStyle,
): Promise<TextLayer> {
  fonts ??= loadFonts();
  await fonts;
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeHtml(withBreakPoints(paintable(words)))}</span>`,
      font: `${Object.keys(FAMILIES).join(', ')} ${sizePx}`,
      width: widthPx,
      // At 72 dpi, a point is a pixel.
      dpi: 72,
      rgba: true,
      // A word that is wider than the layer makes the layer wider.
      wrap: mayBreakWords ? 'word-char' : 'word',
      spacing: Math.round(sizePx / 12),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** Removes characters that the fonts lack; never returns an empty text, which cannot be painted. */
export function paintable(words: string): string {
  return words.replace(UNPAINTABLE, '').replace(/\s+/g, ' ').trim() || '…';
}

/** Khmer has no spaces: marks the word boundaries, so that a line never breaks inside a word. */
export function withBreakPoints(words: string): string {
  return words.replace(KHMER_RUN, (run) => khmerWords(run).join(ZERO_WIDTH_SPACE));
}

/**
 * Registers the fonts: a font stays known to the process once it was used. Web formats cannot be read here.
 */
async function loadFonts(): Promise<void> {
  process.env.FONTCONFIG_FILE ??= join(FONTS, 'fonts.conf');
  for (const [family, file] of Object.entries(FAMILIES)) {
    await sharp({ text: { text: 'a', font: `${family} 12`, fontfile: join(FONTS, file) } })
      .png()
      .toBuffer();
  }
}
