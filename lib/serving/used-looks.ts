import { hasKhmer } from './word-breaks';

/** What a page consists of: the classes and the names of its elements. */
export interface UsedLooks {
  classes: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  /** Whether it has text in Khmer besides the names of languages, which have a typeface of their own. */
  hasKhmer: boolean;
}

const OPENING_TAG = /<([a-z][a-z0-9]*)\b/gi;
const CLASS_ATTRIBUTE = /\sclass="([^"]*)"/g;
/** A tag and the text after it. */
const ELEMENT_START = /(<[^<>]*>)[^<]*/g;
/** What React writes between two texts of an element. */
const BETWEEN_TEXTS = '<!-- -->';
const KHMER_LETTER = '\u1780';
const ENTITIES: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', '#x27': "'", '#39': "'" };

/** Finds out what HTML of ours consists of. */
export function usedLooks(html: string): UsedLooks {
  const classes = new Set([...classAttributes(html)].flatMap((value) => unescapeHtml(value).split(/\s+/)));
  return { classes, tags: tagsOf(html), hasKhmer: hasKhmer(withoutLanguageNames(html)) };
}

/** Returns the shortest HTML that consists of the same; equal for parts of pages that need the same styles. */
export function specimenOf(html: string): string {
  const tags = [...tagsOf(html)].sort().map((name) => `<${name}>`);
  const classes = new Set([...classAttributes(html)].flatMap((value) => value.split(/\s+/)));
  const text = hasKhmer(withoutLanguageNames(html)) ? KHMER_LETTER : '';
  return `${tags.join('')}<p class="${[...classes].sort().join(' ')}">${text}`;
}

/** See `languageNameStyle`. */
function withoutLanguageNames(html: string): string {
  return html
    .replaceAll(BETWEEN_TEXTS, '')
    .replace(ELEMENT_START, (start, tag: string) => (tag.includes('LanguageNames') ? tag : start));
}

function tagsOf(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(OPENING_TAG), ([, name = '']) => name.toLowerCase()));
}

/** Most elements of a list have the same. */
function classAttributes(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(CLASS_ATTRIBUTE), ([, value = '']) => value));
}

function unescapeHtml(value: string): string {
  return value.replace(/&(amp|gt|lt|quot|#x27|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '');
}
