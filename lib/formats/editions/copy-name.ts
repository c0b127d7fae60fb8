import { withoutEnding } from '@/lib/language/without-ending';

const LONGEST_NAME = 80;
/** Characters that some system forbids in file names, and invisible ones. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
/** Characters that `encodeURIComponent` leaves unescaped but the header does not allow. */
const NOT_IN_HEADER = /['()*]/g;

/**
 * Builds the header that saves a copy under a file name from its headline, in any script; programs that know
 * only ASCII use the post's address.
 * @param headline as readers see it.
 * @param key the post's percent-encoded path.
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function copyName(headline: string, key: string): string {
  const words = headline.normalize('NFC').replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
  const name = `${withoutEnding(shortened(words).replace(/^\.+/, ''), '. ') || 'post'}.html`;
  const encoded = encodeURIComponent(name).replace(
    NOT_IN_HEADER,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = /^\/[\w-]+$/.test(key) ? key.slice(1) : 'post';
  return `attachment; filename="${plain}.html"; filename*=UTF-8''${encoded}`;
}

/** Cuts between letters, never inside a Khmer one. */
function shortened(words: string): string {
  if (words.length <= LONGEST_NAME) return words;
  let name = '';
  for (const { segment } of new Intl.Segmenter('km').segment(words)) {
    if (name.length + segment.length > LONGEST_NAME) break;
    name += segment;
  }
  return name;
}
