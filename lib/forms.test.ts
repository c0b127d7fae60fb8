import { expect, test } from 'vitest';
import { z } from 'zod';
import { because, overLimit, requireForm } from './forms';

const Form = z.object({
  name: z.string().min(1, because('enterYourName')).max(5).optional(),
  links: z.array(z.string()).max(2, overLimit('authorLinksFull')).optional(),
  topics: z.array(z.string()).max(1).optional(),
  part: z.number().max(9).optional(),
});

test.each([
  [{ name: '' }, 'enterYourName', undefined],
  [{ name: 'abcdef' }, 'tooLongForField', { count: 5 }],
  [{ links: ['a', 'b', 'c'] }, 'authorLinksFull', { count: 2 }],
  [{ topics: ['a', 'b'] }, 'tooManyForField', { count: 1 }],
  [{ part: 10 }, 'numberTooLarge', { count: 9 }],
  [{ part: 'ten' }, 'checkForm', undefined],
  ['no form', 'checkForm', undefined],
])('the form %j is refused with %s', (input, key, values) => {
  expect(() => requireForm(Form, input)).toThrow(
    expect.objectContaining({ name: 'Refusal', code: 'invalid', key, values }),
  );
});

test('a caller chooses the key for an error that has none of its own', () => {
  expect(() => requireForm(Form, null, 'textInvalid')).toThrow('textInvalid');
});

test('a sentence in a schema is a bug, because it would be in one language only', () => {
  const Careless = z.string().min(1, 'Enter something.');
  expect(() => requireForm(Careless, '')).toThrow('not the key of a refusal');
});
