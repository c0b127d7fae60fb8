import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocalTextFields } from './local-text-fields';

test('text in a language that is switched off is not shown, and is not lost either', () => {
  const value = { en: 'The Lamp', km: 'ចង្កៀង' };
  const html = renderToStaticMarkup(
    <LocalTextFields name="name" label="Name" languages={['en']} value={value} />,
  );
  expect(html.match(/<label/g)).toHaveLength(1);
  expect(html).toContain('<input type="hidden" name="name.km" value="ចង្កៀង"/>');
});
