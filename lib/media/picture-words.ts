import type { DOMParser as LinkedomParser } from 'linkedom';
import sharp from 'sharp';
import type { LeadWords } from '@/db/column-types';
import { NO_LEAD_WORDS } from './lead-words';

/** A segment of a JPEG states its length in two bytes. */
const MOST_SEGMENT_BYTES = 65_533;
const XMP_MARK = 'http://ns.adobe.com/xap/1.0/\0';
/** The limits of the fields that authors fill in. */
const MOST = { alt: 2000, caption: 4000, credit: 500 };
/** What cameras write where photographers write captions. */
const OF_CAMERAS = /^(?:dcim|default|digital camera|\w+ digital camera|samsung camera pictures)$/i;

const TEXT = 3;

type Tags = Awaited<ReturnType<typeof readTags>>;

/**
 * Returns the alt text, caption and credit that a photographer or an agency wrote into a picture, as plain text:
 * what is stored of it has no metadata. Empty where there is none, or it is damaged.
 * @see https://www.iptc.org/std/photometadata/specification/
 */
export async function wordsInPicture(bytes: Buffer): Promise<LeadWords> {
  const { exif, iptc, xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const segments = [exif, iptc, xmp].filter((part) => part !== undefined);
  if (segments.length === 0) return NO_LEAD_WORDS;
  try {
    return wordsOf(await readTags(jpegWith({ exif, iptc, xmp })));
  } catch (error) {
    // Metadata is written by thousands of programs, and a picture is worth more than its words.
    console.warn(`The words in an uploaded picture could not be read. ${error}`);
    return NO_LEAD_WORDS;
  }
}

/** The parsers are loaded with the first picture that has metadata. */
async function readTags(file: Buffer) {
  const [{ default: reader }, { DOMParser }] = await Promise.all([import('exifreader'), import('linkedom')]);
  const parseFromString = (xml: string) => withWholeTexts(new DOMParser().parseFromString(xml, 'text/xml'));
  return reader.load(file, { expanded: true, domParser: { parseFromString } });
}

/** Joins the pieces of a text: this parser begins another one at each entity, and only the first would be read. */
function withWholeTexts(parsed: ReturnType<LinkedomParser['parseFromString']>) {
  for (const element of parsed.querySelectorAll('*')) {
    const isText = [...element.childNodes].every(({ nodeType }) => nodeType === TEXT);
    const text = element.textContent;
    if (isText && element.childNodes.length > 1) element.textContent = text;
  }
  return parsed;
}

/**
 * Builds a JPEG of metadata alone: whatever the format and size of the picture, a few segments are read. Longer
 * ones are left out.
 */
function jpegWith({ exif, iptc, xmp }: { exif?: Buffer; iptc?: Buffer; xmp?: Buffer }): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xe1, xmp && Buffer.concat([Buffer.from(XMP_MARK), xmp])),
    segment(0xed, iptc),
    Buffer.from([0xff, 0xda, 0, 2]),
  ]);
}

function segment(type: number, content: Buffer | undefined): Buffer {
  if (!content || content.length > MOST_SEGMENT_BYTES) return Buffer.alloc(0);
  const head = Buffer.from([0xff, type, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function wordsOf({ exif, iptc, xmp }: Tags): LeadWords {
  const caption = firstOf(xmp?.description, iptc?.['Caption/Abstract'], exif?.ImageDescription);
  const creator = firstOf(xmp?.creator, iptc?.['By-line'], exif?.Artist);
  const line = firstOf(xmp?.Credit, iptc?.Credit);
  const notice = firstOf(xmp?.rights, iptc?.['Copyright Notice'], exif?.Copyright);
  return {
    alt: firstOf(xmp?.AltTextAccessibility).slice(0, MOST.alt),
    caption: OF_CAMERAS.test(caption) ? '' : caption.slice(0, MOST.caption),
    credit: withoutRepetition([creator, line, notice]).join(' / ').slice(0, MOST.credit),
  };
}

/** Leaves out what a longer part says too: agencies repeat names in every field. */
function withoutRepetition(parts: string[]): string[] {
  const lower = parts.map((part) => part.toLowerCase());
  return parts.filter((part, index) => {
    const own = part.toLowerCase();
    const isSaid = lower.some(
      (other, at) => at !== index && other.includes(own) && (other !== own || at < index),
    );
    return part !== '' && !isSaid;
  });
}

/** Returns the first tag with words. */
function firstOf(...tags: unknown[]): string {
  for (const tag of tags) {
    const words = plain(textOf(tag));
    if (words) return words;
  }
  return '';
}

/** Returns the text of a tag: a string, the first of several languages, or several names. */
function textOf(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(textOf).filter(Boolean).join(', ');
  if (typeof tag !== 'object' || tag === null) return '';
  const { value, description } = tag as { value?: unknown; description?: unknown };
  if (Array.isArray(value) && value.some((item) => isLanguage(item))) return textOf(value[0]);
  if (typeof description === 'string') return description;
  return typeof value === 'string' ? value : '';
}

function isLanguage(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'attributes' in item && hasLanguage(item.attributes);
}

function hasLanguage(attributes: unknown): boolean {
  return (
    typeof attributes === 'object' &&
    attributes !== null &&
    ('lang' in attributes || 'xml:lang' in attributes)
  );
}

/** Returns words as one line of text, in Unicode; markup in them stays text. */
function plain(words: string): string {
  return repaired(words)
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Many programs write UTF-8 without saying so, and it is then read as Latin-1. */
function repaired(words: string): string {
  if (!/[\x80-\xff]/.test(words) || /[^\0-\xff]/.test(words)) return words;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(words, 'latin1'));
  } catch (error) {
    if (error instanceof TypeError) return words;
    throw error;
  }
}
