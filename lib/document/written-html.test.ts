import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { writtenHtml } from './written-html';

test('an ampersand in an attribute is read back as it was, also deep in an element', () => {
  const { document } = parseHTML('<div><p><img alt=""></p></div>');
  const [div, image] = [document.querySelector('div'), document.querySelector('img')];
  if (!div || !image) throw new Error('There is a picture in the document.');
  image.setAttribute('alt', 'Salt &gt pepper & more');
  expect(writtenHtml(div)).toBe('<p><img alt="Salt &amp;gt pepper &amp; more"></p>');
  // The element itself stays as it is.
  expect(image.getAttribute('alt')).toBe('Salt &gt pepper & more');
});
