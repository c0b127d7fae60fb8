import { type Cleaned, cleanHtml, nothingOf } from './clean-html';
import { withoutTextComments, wordsWithoutComments } from './comments';
import { hasTooMuchMarkup, isMarkupTooDeep, isTooLong } from './limits';
import { isMarkdown, isNestedMarkdown, markdownToHtml } from './markdown';
import { pasteSourceOf } from './paste-source';
import { textToHtml } from './plain-text';
import { newRemoved, type PasteSource } from './report';
import { isWordPressSource, withFigures, wordPressToHtml } from './wordpress-text';

/** The contents of a clipboard. */
export interface ClipboardContents {
  html: string;
  text: string;
  /** True when the author pasted without formatting. */
  isAsText: boolean;
}

/** Parses markup into the body of a document that is not shown. */
export type ParseHtml = (html: string) => HTMLElement;

/**
 * Detects the format of a clipboard's contents and converts them to clean markup. Formatting that would take too
 * long to read is left out, and the words stay; of a text that is too long for a post, nothing stays.
 */
export async function readPasted(contents: ClipboardContents, parse: ParseHtml): Promise<Cleaned> {
  const { text, comments } = withoutTextComments(contents.text);
  const cleaned = await readWithoutComments({ ...contents, text }, parse);
  if (cleaned.report.source === 'text' || cleaned.report.source === 'markdown') {
    cleaned.report.removed.comments += comments;
  }
  return cleaned;
}

async function readWithoutComments(contents: ClipboardContents, parse: ParseHtml): Promise<Cleaned> {
  const formatted = contents.isAsText ? null : await readFormatted(contents, parse);
  if (formatted !== 'excessive') return formatted ?? readText(contents.text, parse);
  const { html, text } = contents;
  const removed = newRemoved();
  const words = text.trim() || !html ? text : wordsWithoutComments(parse(html), removed);
  const cleaned = readText(words, parse);
  cleaned.report.removed.comments += removed.comments;
  cleaned.report.removed.deletions += removed.deletions;
  cleaned.report.excess ??= 'formatting';
  return cleaned;
}

/** Returns null when there is nothing but text. */
async function readFormatted(
  { html, text }: ClipboardContents,
  parse: ParseHtml,
): Promise<Cleaned | 'excessive' | null> {
  if (html && !isFromCodeEditor(html, text)) {
    if (hasTooMuchMarkup(html)) return 'excessive';
    return cleanWithin(parse(withFigures(withoutHeader(html))), pasteSourceOf(html));
  }
  if (isTooLong(text)) return null;
  if (isWordPressSource(text)) return cleanWithin(parse(wordPressToHtml(text)), 'wordPress');
  if (!isMarkdown(text)) return null;
  if (isNestedMarkdown(text)) return 'excessive';
  return cleanWithin(parse(await markdownToHtml(text)), 'markdown');
}

function cleanWithin(root: HTMLElement, source: PasteSource): Cleaned | 'excessive' {
  if (isMarkupTooDeep(root)) return 'excessive';
  const cleaned = cleanHtml(root, source);
  return cleaned.isTooDeep ? 'excessive' : cleaned;
}

function readText(text: string, parse: ParseHtml): Cleaned {
  if (isTooLong(text)) return nothingOf('text');
  const { html: plain, removed } = textToHtml(text);
  const cleaned = cleanHtml(parse(plain), 'text');
  const { advertisements, furniture } = cleaned.report.removed;
  cleaned.report.removed.advertisements = advertisements + removed.advertisements;
  cleaned.report.removed.furniture = furniture + removed.furniture;
  return cleaned;
}

/** Removes the Windows header before the markup, which some programs leave in. */
function withoutHeader(html: string): string {
  return html.replace(/^\s*Version:\d[\s\S]*?(?=<)/, '');
}

/** Whether HTML comes from a code editor: it only adds colours, and the plain text is what was meant. */
function isFromCodeEditor(html: string, text: string): boolean {
  const isCode = /white-space:\s*pre;/.test(html) && html.split('font-family:').slice(1).some(isCodeFont);
  return isCode && text.trim() !== '' && !/<(p|h[1-6]|ul|ol|table)[\s>]/i.test(html);
}

function isCodeFont(fonts: string): boolean {
  const [names = ''] = fonts.split(/[;>}]/, 1);
  return /monospace|Consolas|Menlo/i.test(names);
}
