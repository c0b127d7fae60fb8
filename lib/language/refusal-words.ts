import { fill } from './fill';
import type { LanguageCode } from './languages';
import { type DeskStrings, deskStringsFor } from './strings';

type Key = keyof DeskStrings['refusals'];

/**
 * The English sentences with what stands in their gaps, made once: they never change while we run.
 * Those that say most by themselves come first, so that a gap never swallows what another one says.
 */
const PATTERNS = Object.entries(deskStringsFor('en').refusals)
  .map(([key, sentence]) => ({
    key: key as Key,
    names: [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    ownLetters: sentence.replace(/\{\w+\}/g, '').length,
    pattern: new RegExp(`^${escaped(sentence).replace(/\\\{\w+\\\}/g, '(.+)')}$`, 'u'),
  }))
  .sort((a, b) => b.ownLetters - a.ownLetters);

/**
 * What a refusal says, in a person's language; so does what stands in its gaps, where that is a
 * sentence too. The domain, its logs and the operator's tool speak English; `refusals` in the strings
 * files knows what they say. A sentence that it does not know stays as it is.
 */
export function refusalIn(language: LanguageCode, message: string): string {
  if (language === 'en') return message;
  for (const { key, names, pattern } of PATTERNS) {
    const match = pattern.exec(message);
    if (!match) continue;
    const values = names.map((name, index) => [name, refusalIn(language, match[index + 1] ?? '')]);
    return fill(deskStringsFor(language).refusals[key], Object.fromEntries(values)).replace(/ {2,}/g, ' ');
  }
  return message;
}

function escaped(sentence: string): string {
  return sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
