import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Dialog, DialogHead, DialogHeading } from './dialog.client';

test.each([
  ['alone', <DialogHeading key="heading">Which text?</DialogHeading>],
  [
    'with a button',
    <DialogHead key="head" close="Close">
      Which text?
    </DialogHead>,
  ],
])('a dialog is named by its heading %s', (_, head) => {
  const { document } = parseHTML(renderToStaticMarkup(<Dialog>{head}</Dialog>));
  const dialog = document.querySelector('dialog');
  const heading = document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '');
  expect(heading?.tagName).toBe('H2');
  expect(heading?.textContent).toBe('Which text?');
});

test('the parts of a dialog are refused outside of one', () => {
  expect(() => renderToStaticMarkup(<DialogHeading>Which text?</DialogHeading>)).toThrow('within a Dialog');
});
