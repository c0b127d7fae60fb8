import { expect, test } from 'vitest';
import { afterArrival, afterSending, newSlugField, type SlugField, shownSlug } from './slug-field';

const typed = (field: SlugField, slug: string): SlugField => ({ ...field, typed: slug });

test('a field in which nothing was typed shows the slug of the post, and each new one', () => {
  const field = newSlugField('a-bridge');
  expect(shownSlug(field)).toBe('a-bridge');
  expect(shownSlug(afterArrival(field, 'the-bridge'))).toBe('the-bridge');
});

test('what was typed stays when the slug changes by other means', () => {
  expect(shownSlug(afterArrival(typed(newSlugField('a-bridge'), 'my-bri'), 'the-bridge'))).toBe('my-bri');
});

test('what was sent stays until the new slug arrives, and gives way to it as the server wrote it', () => {
  const sent = afterSending(typed(newSlugField('a-bridge'), 'The Bridge'));
  expect(shownSlug(sent)).toBe('The Bridge');
  expect(shownSlug(afterArrival(sent, 'the-bridge'))).toBe('the-bridge');
});

test('what is typed while the answer is on its way stays', () => {
  const sent = afterSending(typed(newSlugField('a-bridge'), 'the-bridge'));
  const goneOn = afterArrival(typed(sent, 'the-bridge-of'), 'the-bridge');
  expect(shownSlug(goneOn)).toBe('the-bridge-of');
  expect(goneOn.slug).toBe('the-bridge');
});

test('a field that was emptied is empty, and does not show the slug of the post', () => {
  expect(shownSlug(typed(newSlugField('a-bridge'), ''))).toBe('');
});
