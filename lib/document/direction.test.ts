import { expect, test } from 'vitest';
import { textDirection } from './direction';
import { renderBodyHtml } from './html';
import type { BodyNode } from './types';

const paragraph = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const render = (...content: BodyNode[]) =>
  renderBodyHtml({ type: 'doc', content }, { media: new Map(), language: 'en' });

test('the first letter decides the direction of a text', () => {
  expect(textDirection('سلام, he said')).toBe('rtl');
  expect(textDirection('He said: سلام')).toBe('ltr');
  expect(textDirection('“1948” שלום')).toBe('rtl');
  expect(textDirection('ក')).toBe('ltr');
  expect(textDirection('1948 …')).toBeNull();
});

test('only blocks in another direction than what is around them are marked', () => {
  expect(render(paragraph('Peace'), paragraph('سلام'), paragraph('1948'))).toBe(
    '<p>Peace</p><p dir="rtl">سلام</p><p>1948</p>',
  );
  const quote = { type: 'blockquote', content: [paragraph('سلام'), paragraph('نور'), paragraph('Peace')] };
  expect(render(quote, paragraph('After'))).toBe(
    '<blockquote dir="rtl"><p>سلام</p><p>نور</p><p dir="ltr">Peace</p></blockquote><p>After</p>',
  );
  const items = ['שלום', 'Peace'].map((text) => ({ type: 'listItem', content: [paragraph(text)] }));
  expect(render({ type: 'bulletList', content: items })).toBe(
    '<ul dir="rtl"><li>שלום</li><li dir="ltr">Peace</li></ul>',
  );
});

test('captions and credits have the direction of their own letters', () => {
  const figure = (caption: string, credit: string): BodyNode => ({
    type: 'figure',
    attrs: { mediaId: 'abcdefgh', caption, credit },
  });
  const words = (caption: string, credit: string) => render(figure(caption, credit));
  expect(words('سلام', 'Dara Lim')).toBe(
    '<figure class="figure"><figcaption dir="rtl"><span class="caption">سلام</span> <span dir="ltr" class="credit">Dara Lim</span></figcaption></figure>',
  );
  expect(words('The river.', 'سلام')).toContain(
    '<figcaption><span class="caption">The river.</span> <span dir="rtl"',
  );
  expect(words('', 'سلام')).toContain('<figcaption dir="rtl"><span class="credit">');
  expect(words('The river.', '1948')).toContain(
    '<figcaption><span class="caption">The river.</span> <span class="credit">1948',
  );
});
