import { expect, test } from 'vitest';
import { afterArrival, afterSending, newSlugField, type SlugField, shownSlug } from './slug-field';

const typed = (field: SlugField, slug: string): SlugField => ({ ...field, typed: slug });

test('an untouched field shows the slug of the post, and each new one', () => {
  const field = newSlugField('a-bridge');
  expect(shownSlug(field)).toBe('a-bridge');
  expect(shownSlug(afterArrival(field, 'the-bridge'))).toBe('the-bridge');
});

test('text typed into the slug field stays when the slug changes elsewhere', () => {
  expect(shownSlug(afterArrival(typed(newSlugField('a-bridge'), 'my-bri'), 'the-bridge'))).toBe('my-bri');
});

test('the slug that was sent stays until the server’s form of it arrives', () => {
  const sent = afterSending(typed(newSlugField('a-bridge'), 'The Bridge'));
  expect(shownSlug(sent)).toBe('The Bridge');
  expect(shownSlug(afterArrival(sent, 'the-bridge'))).toBe('the-bridge');
});

test('text typed before the answer arrives stays', () => {
  const sent = afterSending(typed(newSlugField('a-bridge'), 'the-bridge'));
  const goneOn = afterArrival(typed(sent, 'the-bridge-of'), 'the-bridge');
  expect(shownSlug(goneOn)).toBe('the-bridge-of');
  expect(goneOn.slug).toBe('the-bridge');
});

test('a field that was emptied stays empty and does not show the slug of the post', () => {
  expect(shownSlug(typed(newSlugField('a-bridge'), ''))).toBe('');
});
