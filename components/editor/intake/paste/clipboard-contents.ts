import { isSliceExcessive, isTooLong } from '@/lib/cleaning/limits';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';
import { parseInert } from './parse-inert';

/** Returns the clipboard contents that need cleaning; null when the editor's own handling is right. */
export function contentsOf(data: DataTransfer | null, isAsText: boolean): ClipboardContents | null {
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  // Our own text has no forms, whose fields can hide what the editor's parser reads of them.
  const isSlice = html.includes('data-pm-slice') && !isAsText && !/<form[\s>]/i.test(html);
  if (isSlice && !isSliceExcessive(html, parseInert)) return null;
  const hasFiles = (data?.files.length ?? 0) > 0;
  if (html && !isAsText) return hasFiles && !hasWords(html) ? null : { html, text, isAsText };
  // The editor itself puts a single line where the caret is, whatever its length.
  return /\S[^\S\n]*\n/.test(text) || isTooLong(text) ? { html: '', text, isAsText } : null;
}

function hasWords(html: string): boolean {
  return Boolean(parseInert(html).textContent?.trim());
}
