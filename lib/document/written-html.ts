interface WrittenElement {
  innerHTML: string;
  cloneNode(isDeep: true): unknown;
  querySelectorAll(selector: '*'): Iterable<{ attributes: Iterable<{ value: string }> }>;
}

/**
 * Returns the HTML inside an element, as browsers serialise it. linkedom does not escape an ampersand in an
 * attribute, so that alt text with the letters `&gt` in it would be read back as `>`.
 * @see https://html.spec.whatwg.org/#escapingString
 */
export function writtenHtml<E extends WrittenElement>(element: E): string {
  const copy = element.cloneNode(true) as E;
  for (const { attributes } of copy.querySelectorAll('*')) {
    for (const attribute of attributes) attribute.value = attribute.value.replaceAll('&', '&amp;');
  }
  return copy.innerHTML;
}
