import type { CSSProperties } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/**
 * What stands over the boxes in a text, in the text's language, for the editor's stylesheet: the label
 * is no part of the words, and no caret may come into it.
 */
export function calloutLabels(language: LanguageCode): CSSProperties {
  const { note, correction } = stringsFor(language);
  const labels = { '--note-label': JSON.stringify(note), '--correction-label': JSON.stringify(correction) };
  return labels as CSSProperties;
}
