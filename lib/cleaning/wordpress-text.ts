import { replaceBetween } from '@/lib/language/replace-between';

const BLOCK = /^<(p|h[1-6]|ul|ol|li|blockquote|figure|div|table|pre|hr|section|!--)/i;

const CAPTION = /\[caption[^[\]]*\]/g;
const CAPTION_END = /\[\/caption\]/g;
const PICTURE = /(?:<a [^<>]*>\s*)?<img[^<>]*>(?:\s*<\/a>)?/i;
const EMBED = /\[embed[^[\]]*\](https?:[^[\s]+)\[\/embed\]/g;

/** Whether plain text is the source of a WordPress post, from the code view or with block comments. */
export function isWordPressSource(text: string): boolean {
  return /<!-- wp:[a-z]|\[caption[ \]][^[]*<img|\[gallery[ \]]/.test(text);
}

/** Converts the source of a WordPress post to markup: blank lines separate paragraphs, captions become figures. */
export function wordPressToHtml(text: string): string {
  const html = withFigures(text.replace(/\r\n?/g, '\n')).replace(/\[gallery[^[\]]*\]/g, '');
  if (html.includes('<!-- wp:')) return html;
  return html
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk) => (BLOCK.test(chunk) ? chunk : `<p>${chunk.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

/** Converts WordPress's classic captions, a picture and words between two shortcodes, to figures. */
export function withFigures(html: string): string {
  return replaceBetween(html, CAPTION, CAPTION_END, ({ inner }) => {
    const [picture = ''] = PICTURE.exec(inner) ?? [];
    return `<figure>${picture}<figcaption>${inner.replace(picture, '').trim()}</figcaption></figure>`;
  }).replace(EMBED, '<p><a href="$1">$1</a></p>');
}
