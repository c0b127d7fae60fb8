import { type Cleaned, cleanHtml } from './clean-html';
import { isMarkdown, markdownToHtml } from './markdown';
import { pasteSourceOf } from './paste-source';
import { textToHtml } from './plain-text';
import { isWordPressSource, withFigures, wordPressToHtml } from './wordpress-text';

/** What a clipboard holds. */
export interface ClipboardContents {
  html: string;
  text: string;
  /** True when the author asked for the words alone. */
  isAsText: boolean;
}

/** Parses markup into the body of a document that is not shown. */
export type ParseHtml = (html: string) => HTMLElement;

/** Decides what a clipboard's content is, and makes clean markup of it. */
export async function readPasted(contents: ClipboardContents, parse: ParseHtml): Promise<Cleaned> {
  const { html, text, isAsText } = contents;
  if (!isAsText && html && !isFromCodeEditor(html, text)) {
    const fragment = withFigures(withoutHeader(html));
    return cleanHtml(parse(fragment), pasteSourceOf(html));
  }
  if (!isAsText && isWordPressSource(text)) return cleanHtml(parse(wordPressToHtml(text)), 'wordPress');
  if (!isAsText && isMarkdown(text)) return cleanHtml(parse(await markdownToHtml(text)), 'markdown');
  const { html: plain, removed } = textToHtml(text);
  const cleaned = cleanHtml(parse(plain), 'text');
  const { advertisements, furniture } = cleaned.report.removed;
  cleaned.report.removed.advertisements = advertisements + removed.advertisements;
  cleaned.report.removed.furniture = furniture + removed.furniture;
  return cleaned;
}

/** Windows' own header before the markup, which some programs leave in. */
function withoutHeader(html: string): string {
  return html.replace(/^\s*Version:\d[\s\S]*?(?=<)/, '');
}

/** Programs for code copy their colours; what is meant is the text. */
function isFromCodeEditor(html: string, text: string): boolean {
  const isCode =
    /white-space:\s*pre;/.test(html) && /font-family:[^;]*(monospace|Consolas|Menlo)/i.test(html);
  return isCode && text.trim() !== '' && !/<(p|h[1-6]|ul|ol|table)[\s>]/i.test(html);
}
