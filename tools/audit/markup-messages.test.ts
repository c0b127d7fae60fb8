import { expect, test } from 'vitest';
import { markupFaults } from './markup-messages';

const json = (...messages: object[]) => JSON.stringify({ messages });

test('errors and warnings are faults, with their file and position; info messages are not', () => {
  const place = { url: 'file:/tmp/markup/3.html', extract: '<p>\n  <div>' };
  const report = json(
    { ...place, type: 'error', message: 'A div is not allowed here.' },
    { ...place, type: 'info', subType: 'warning', message: 'Section lacks heading.' },
    { ...place, type: 'info', message: 'Trailing slash on void elements has no effect.' },
  );
  expect(markupFaults(report)).toEqual([
    { file: '3.html', fault: 'A div is not allowed here. <p> <div>' },
    { file: '3.html', fault: 'Section lacks heading. <p> <div>' },
  ]);
});

test('a document that the checker could not read is a fault', () => {
  expect(markupFaults(json({ type: 'non-document-error', message: 'No such file.' }))).toHaveLength(1);
});

test('what the checker misjudges in the policy of a copy is not a fault', () => {
  const message = 'Resource violates Content Security Policy (meta tag): image “data:…” blocked.';
  expect(markupFaults(json({ type: 'info', subType: 'warning', message }))).toEqual([]);
});
