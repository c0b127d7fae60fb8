import type { LanguageCode } from '@/lib/language/languages';

/** What takes the place of the last letters before the caret. */
export interface Typeset {
  /** How many of the letters, the one just typed among them, are replaced. */
  length: number;
  text: string;
}

/** The marks around quoted words; Khmer prints guillemets without the spaces that French has. */
const QUOTES: Record<LanguageCode, { open: string; close: string }> = {
  en: { open: '“', close: '”' },
  km: { open: '«', close: '»' },
};
/** After these a quotation can only begin. */
const OPENING = /(?:^|[\s\u200B\uFFFC([{<“‘«–—/])$/u;

/**
 * The typographic signs for what was just typed: quotation marks of the language, apostrophes, dashes,
 * ellipses; null when the letters stay as they are.
 * @param before all of the block up to the caret, the letter just typed at its end.
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
  // A hyphen between spaces is a dash.
  return typed === ' ' && /[^\s-] -$/u.test(rest) ? { length: 2, text: '– ' } : null;
}

function quote(rest: string, language: LanguageCode): string {
  const { open, close } = QUOTES[language];
  if (OPENING.test(rest)) return open;
  // Khmer has no space before a quotation: there it closes only what is open.
  const isOpen = rest.lastIndexOf(open) > rest.lastIndexOf(close);
  return language === 'km' && !isOpen ? open : close;
}

/** Two hyphens are an en dash, a third one makes it longer; at the beginning of a block they may become a divider. */
function dash(rest: string): Typeset | null {
  if (rest.endsWith('–') && rest.length > 1) return { length: 2, text: '—' };
  return rest.endsWith('-') && rest.length > 1 && !rest.endsWith('--') ? { length: 2, text: '–' } : null;
}
