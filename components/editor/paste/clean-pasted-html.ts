import DOMPurify from 'dompurify';
import { tidyPasted } from './tidy-pasted';

const KEPT_TAGS = [
  ...['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'hr', 'aside'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'strong', 'b', 'em', 'i', 's', 'del', 'a', 'sup'],
  ...['span', 'div', 'figure', 'section', 'article', 'main', 'header', 'footer'],
];
/** What Tiptap's own clipboard markup needs; styles and classes are read by the tidying, then dropped. */
const OWN_ATTRIBUTES = [
  ...['href', 'start', 'colspan', 'rowspan', 'data-pm-slice', 'data-footnote', 'data-gallery'],
  ...['data-media-id', 'data-alt', 'data-caption', 'data-credit'],
];

/**
 * Pasted HTML with its structure, and without styles, scripts, pictures of other sites and trackers.
 * Runs in a browser only.
 */
export function cleanPastedHtml(html: string): string {
  const root = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...KEPT_TAGS, 'img'],
    ALLOWED_ATTR: [...OWN_ATTRIBUTES, 'style', 'class', 'id'],
    ALLOW_DATA_ATTR: false,
    RETURN_DOM: true,
  });
  if (!(root instanceof HTMLElement)) return '';
  tidyPasted(root);
  for (const element of root.querySelectorAll('*')) {
    element.removeAttribute('style');
    element.removeAttribute('id');
    if (element.className !== 'pull-quote') element.removeAttribute('class');
  }
  return root.innerHTML;
}
