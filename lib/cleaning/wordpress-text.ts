const BLOCK = /^<(p|h[1-6]|ul|ol|li|blockquote|figure|div|table|pre|hr|section|!--)/i;

/** Whether plain text is the source of a WordPress post, from the code view or with block comments. */
export function isWordPressSource(text: string): boolean {
  return /<!-- wp:[a-z]|\[caption[ \]][^[]*<img|\[gallery[ \]]/.test(text);
}

/** Converts the source of a WordPress post to markup: blank lines separate paragraphs, captions become figures. */
export function wordPressToHtml(text: string): string {
  const html = withFigures(text.replace(/\r\n?/g, '\n')).replace(/\[gallery[^\]]*\]/g, '');
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
  return html
    .replace(/\[caption[^\]]*\]([\s\S]*?)\[\/caption\]/g, (_all, inner: string) => {
      const [picture = ''] = /(<a [^>]*>\s*)?<img[^>]*>(\s*<\/a>)?/i.exec(inner) ?? [];
      return `<figure>${picture}<figcaption>${inner.replace(picture, '').trim()}</figcaption></figure>`;
    })
    .replace(/\[embed[^\]]*\](https?:[^[\s]+)\[\/embed\]/g, '<p><a href="$1">$1</a></p>');
}
