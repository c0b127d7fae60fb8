import { fill } from './fill';
import type { LanguageCode } from './languages';
import { type DeskStrings, deskStringsFor } from './strings';

type Key = keyof DeskStrings['refusals'];

/** The English sentences with what stands in their gaps, made once: they never change while we run. */
const PATTERNS = Object.entries(deskStringsFor('en').refusals).map(([key, sentence]) => ({
  key: key as Key,
  names: [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
  pattern: new RegExp(`^${escaped(sentence).replace(/\\\{\w+\\\}/g, '(.+)')}$`, 'u'),
}));

/**
 * What a refusal says, in a person's language. The domain, its logs and the operator's tool speak
 * English; `refusals` in the strings files knows the sentences. One that it does not know stays as it is.
 */
export function refusalIn(language: LanguageCode, message: string): string {
  if (language === 'en') return message;
  for (const { key, names, pattern } of PATTERNS) {
    const match = pattern.exec(message);
    if (!match) continue;
    const values = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
    return fill(deskStringsFor(language).refusals[key], values);
  }
  return message;
}

function escaped(sentence: string): string {
  return sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
