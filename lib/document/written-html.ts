interface WrittenElement {
  innerHTML: string;
  cloneNode(isDeep: true): unknown;
  querySelectorAll(selector: '*'): Iterable<{ attributes: Iterable<{ value: string }> }>;
}

/**
 * The HTML inside an element, as browsers write it. linkedom leaves an ampersand in an attribute as it
 * is, so that a description with the letters `&gt` in it would be read back as `>`.
 * @see https://html.spec.whatwg.org/#escapingString
 */
export function writtenHtml<E extends WrittenElement>(element: E): string {
  const copy = element.cloneNode(true) as E;
  for (const { attributes } of copy.querySelectorAll('*')) {
    for (const attribute of attributes) attribute.value = attribute.value.replaceAll('&', '&amp;');
  }
  return copy.innerHTML;
}
