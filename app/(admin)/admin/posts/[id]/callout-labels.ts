import type { CSSProperties } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/**
 * The labels of the boxes in a text, in the text's language, for the editor's stylesheet: a label is not part
 * of the text, and the caret must not enter it.
 */
export function calloutLabels(language: LanguageCode): CSSProperties {
  const { note, correction } = stringsFor(language);
  const labels = { '--note-label': JSON.stringify(note), '--correction-label': JSON.stringify(correction) };
  return labels as CSSProperties;
}
