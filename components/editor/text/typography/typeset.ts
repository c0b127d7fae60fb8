import type { LanguageCode } from '@/lib/language/languages';

/** The replacement for the last characters before the caret. */
export interface Typeset {
  /** How many characters are replaced, including the one just typed. */
  length: number;
  text: string;
}

/** The quotation marks of each language; Khmer prints guillemets without the spaces of French. */
const QUOTES: Record<LanguageCode, { open: string; close: string }> = {
  en: { open: '“', close: '”' },
  km: { open: '«', close: '»' },
};
/** After these characters a quotation mark can only be an opening one. */
const OPENING = /(?:^|[\s\u200B\uFFFC([{<“‘«–—/])$/u;

/**
 * Returns the typographic form of what was just typed: quotation marks of the language, apostrophes, dashes,
 * ellipses; null when nothing changes.
 * @param before the block's text up to the caret, ending with the character just typed.
 */
export function typeset(before: string, language: LanguageCode): Typeset | null {
  const typed = before.at(-1);
  const rest = before.slice(0, -1);
  if (typed === '"') return { length: 1, text: quote(rest, language) };
  if (typed === "'") return { length: 1, text: OPENING.test(rest) ? '‘' : '’' };
  if (typed === '.') return rest.endsWith('..') && !rest.endsWith('...') ? { length: 3, text: '…' } : null;
  if (typed === '<') return rest.endsWith('<') ? { length: 2, text: '«' } : null;
  if (typed === '>') return /[^>\s]>$/u.test(rest) ? { length: 2, text: '»' } : null;
  if (typed === '-') return dash(rest);
  // A hyphen between spaces becomes a dash.
  return typed === ' ' && /[^\s-] -$/u.test(rest) ? { length: 2, text: '– ' } : null;
}

function quote(rest: string, language: LanguageCode): string {
  const { open, close } = QUOTES[language];
  if (OPENING.test(rest)) return open;
  // Khmer has no space before a quotation, so a mark closes only an open quotation.
  const isOpen = rest.lastIndexOf(open) > rest.lastIndexOf(close);
  return language === 'km' && !isOpen ? open : close;
}

/**
 * Turns two hyphens into an en dash and a third into an em dash. At the beginning of a block they stay, because
 * they may become a divider.
 */
function dash(rest: string): Typeset | null {
  if (rest.endsWith('–') && rest.length > 1) return { length: 2, text: '—' };
  return rest.endsWith('-') && rest.length > 1 && !rest.endsWith('--') ? { length: 2, text: '–' } : null;
}
