import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { tidyPasted, withoutTrackers } from './tidy-pasted';

function tidied(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const body = document.body as unknown as HTMLElement;
  tidyPasted(body);
  return body.innerHTML.replaceAll('&#160;', '\u00a0');
}

test('Google’s wrapper that is not bold falls away, and its bold spans become bold', () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> words</p></b>';
  expect(tidied(html)).toBe('<p><span style="font-weight:700"><strong>Bold</strong></span> words</p>');
});

test('Word’s bold stays bold in spite of its own font-weight', () => {
  const html = '<p><b style="mso-bidi-font-weight:normal">Bold</b></p>';
  expect(tidied(html)).toContain('<b style="mso-bidi-font-weight:normal">Bold</b>');
});

test('Word’s list paragraphs become one list without their markers', () => {
  const item = (marker: string, words: string) =>
    `<p class="MsoListParagraph"><span style="mso-list:Ignore">${marker}</span>${words}</p>`;
  expect(tidied(item('·', 'One') + item('·', 'Two') + item('1.', 'First'))).toBe(
    '<ul data-word-list=""><li>One</li><li>Two</li></ul><ol data-word-list=""><li>First</li></ol>',
  );
});

test('headings come down to the two levels of a text', () => {
  expect(tidied('<h1>One</h1><h2>Two</h2><h5>Five</h5>')).toBe('<h2>One</h2><h2>Two</h2><h3>Five</h3>');
});

test('pictures of other sites are left out', () => {
  expect(tidied('<p>Words<img src="https://example.org/pixel.gif"></p>')).toBe('<p>Words</p>');
});

test('links lose their trackers and keep the rest', () => {
  expect(withoutTrackers('https://example.org/a?id=3&utm_source=mail&fbclid=x#part')).toBe(
    'https://example.org/a?id=3#part',
  );
  expect(withoutTrackers('https://www.google.com/url?q=https://example.org/&sa=D')).toBe(
    'https://example.org/',
  );
  expect(withoutTrackers('/about')).toBe('/about');
});

test('no-break spaces strewn among words become ordinary ones, and those that hold something stay', () => {
  expect(tidied('<p>in\u00a0exile <b>and\u00a0tried</b></p>')).toBe('<p>in exile <b>and tried</b></p>');
  expect(tidied('<p>12\u00a0km, pourquoi\u00a0?</p>')).toBe('<p>12\u00a0km, pourquoi\u00a0?</p>');
  expect(tidied('<p data-pm-slice="0 0">my\u00a0own</p>')).toContain('my\u00a0own');
});
