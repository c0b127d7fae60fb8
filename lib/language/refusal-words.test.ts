import { expect, test } from 'vitest';
import { refusalIn } from './refusal-words';

test('a refusal is said in the person’s language, with what it is about', () => {
  expect(refusalIn('km', 'Another post has the address “/the-river”.')).toContain('«/the-river»');
  expect(refusalIn('km', 'This post is no longer here.')).toBe('អត្ថបទនេះលែងនៅទីនេះហើយ។');
  expect(refusalIn('en', 'This post is no longer here.')).toBe('This post is no longer here.');
});

test('a sentence that nobody translated yet stays as it is', () => {
  expect(refusalIn('km', 'The moon is in the way.')).toBe('The moon is in the way.');
});
