import { expect, test } from 'vitest';
import { typeset } from './typeset';

/** Types one character at a time, as an author does. */
function typed(keys: string, language: 'en' | 'km' = 'en'): string {
  let text = '';
  for (const key of keys) {
    text += key;
    const set = typeset(text, language);
    if (set) text = text.slice(0, text.length - set.length) + set.text;
  }
  return text;
}

test('English gets curly quotation marks and apostrophes', () => {
  expect(typed('It said "yes", and \'no\'.')).toBe('It said “yes”, and ‘no’.');
  expect(typed('the mayor\'s ("so-called")')).toBe('the mayor’s (“so-called”)');
  expect(typed('"\'Go,\' she said"')).toBe('“‘Go,’ she said”');
});

test('Khmer gets guillemets, with or without a space before them', () => {
  expect(typed('លោកថា "ទេ"', 'km')).toBe('លោកថា «ទេ»');
  expect(typed('លោកថា"ទេ"ហើយ"បាទ"', 'km')).toBe('លោកថា«ទេ»ហើយ«បាទ»');
});

test('hyphens become dashes by their number, and between spaces', () => {
  expect(typed('1998--2004')).toBe('1998–2004');
  expect(typed('so---then')).toBe('so—then');
  expect(typed('one - two')).toBe('one – two');
  expect(typed('well-known')).toBe('well-known');
});

test('the start of a divider or a list stays as typed', () => {
  expect(typed('---')).toBe('---');
  expect(typed('- ')).toBe('- ');
  expect(typed('>> ')).toBe('>> ');
});

test('three full stops become an ellipsis, doubled angle brackets become guillemets', () => {
  expect(typed('and then...')).toBe('and then…');
  expect(typed('say <<so>>')).toBe('say «so»');
});
