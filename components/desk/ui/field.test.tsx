import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Field, Input, TextField } from './field';

function fieldOf(remarks: { hint?: string; error?: string }) {
  const html = renderToStaticMarkup(
    <>
      <TextField label="Name" />
      <Field label="Address" {...remarks}>
        {(control) => <Input {...control} name="slug" />}
      </Field>
    </>,
  );
  const { document } = parseHTML(`<main>${html}</main>`);
  const input = document.querySelector('[name=slug]');
  const described = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return {
    label: document.querySelector(`label[for="${input?.id}"]`)?.textContent,
    remarks: described.map((id) => document.getElementById(id)?.textContent),
    isInvalid: input?.getAttribute('aria-invalid') === 'true',
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  };
}

test('a control belongs to its label, and has an id of its own', () => {
  const { label, remarks, isInvalid, ids } = fieldOf({});
  expect({ label, remarks, isInvalid }).toEqual({ label: 'Address', remarks: [], isInvalid: false });
  expect(new Set(ids).size).toBe(ids.length);
});

test('a control is described by its hint, then by what is wrong with it', () => {
  expect(fieldOf({ hint: 'Latin letters.' })).toMatchObject({
    remarks: ['Latin letters.'],
    isInvalid: false,
  });
  expect(fieldOf({ error: 'Taken.' })).toMatchObject({ remarks: ['Taken.'], isInvalid: true });
  expect(fieldOf({ hint: 'Latin letters.', error: 'Taken.' })).toMatchObject({
    remarks: ['Latin letters.', 'Taken.'],
    isInvalid: true,
  });
});
