import { type Cleaned, cleanHtml } from './clean-html';
import { isMarkdown, markdownToHtml } from './markdown';
import { pasteSourceOf } from './paste-source';
import { textToHtml } from './plain-text';
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

/** Detects the format of a clipboard's contents and converts them to clean markup. */
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
