const OUTER_TAGS = /<\/?(?:html|body)\b[^<>]*>/gi;

/** Elements whose names become properties of their form or document, and hide its own: `<input name="nodeName">`. */
const NAMED = 'form, input, select, textarea, button, fieldset, output, object, embed, iframe, img';

/**
 * Parses HTML into a document without a window: scripts in it do not run, and pictures do not load. Event handler
 * attributes would not run either, but the page's policy would report them.
 */
export function parseInert(html: string): HTMLElement {
  const still = html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
  );
  // All of it is in the body: Chromium takes a second for 10,000 comments next to the root element.
  const within = `<!doctype html><body>${still.replace(OUTER_TAGS, '')}`;
  const parsed = new DOMParser().parseFromString(within, 'text/html');
  disarm(parsed);
  return parsed.body;
}

/**
 * Removes names that would hide the properties of a form or document, with functions that none of them can hide.
 * @see https://html.spec.whatwg.org/#dom-document-nameditem
 */
function disarm(parsed: Document): void {
  for (const element of Document.prototype.querySelectorAll.call(parsed, NAMED)) {
    for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(element, name);
  }
}
