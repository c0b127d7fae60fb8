import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider, DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import type { CompareProps } from '@/components/editor/ground/compare-types';
import { deskStringsFor } from '@/lib/language/strings';
import { emptyWriting } from '@/lib/posts/fields';
import { bodyOf } from '@/tools/testing/factories';
import { CompareDialog } from './compare-dialog.client';
import { CompareView } from './compare-view.client';

const text = (label: string, body: string, headline = 'A bridge') => ({
  writing: { ...emptyWriting(), headline, body: bodyOf(body) },
  label,
  who: 'Dara Lim',
  at: Date.UTC(2026, 0, 2),
});
const compared = (left: string, right: string): CompareProps => ({
  left: text('Earlier', left),
  right: text('Now', right),
  language: 'en',
  topics: [],
  media: [],
});
const htmlOf = (view: React.ReactNode) =>
  renderToStaticMarkup(
    <DeskWordsProvider language="en" words={deskStringsFor('en')}>
      <DeskZoneProvider timeZone="Asia/Phnom_Penh">{view}</DeskZoneProvider>
    </DeskWordsProvider>,
  );
const withoutClasses = (html: string) => html.replace(/ class="[^"]*"/g, '');

test('words that differ are marked as deleted and inserted, also for screen readers', () => {
  const html = withoutClasses(htmlOf(<CompareView {...compared('The old bridge.', 'The new bridge.')} />));
  expect(html).toContain('The <del><span>[removed:] </span>old</del>');
  expect(html).toContain('<ins><span>[added:] </span>new</ins> bridge.');
  expect(html).toContain('aria-label="Change 1 of 1: Text. Changed"');
});

test('long unchanged stretches are collapsed, except next to a change', () => {
  const same = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
  const html = htmlOf(
    <CompareView {...compared([...same, 'Old end.'].join('\n'), [...same, 'New end.'].join('\n'))} />,
  );
  expect(html).toMatch(/aria-expanded="false">5 unchanged blocks</);
  expect(html).toContain('Five.');
  expect(html).not.toContain('Three.');
});

test('a choice is offered only when a text is merged from both', () => {
  const both = compared('The old bridge.', 'The new bridge.');
  expect(htmlOf(<CompareView {...both} />)).not.toContain('radio');
  const html = htmlOf(<CompareView {...both} onTake={() => {}} />);
  expect(html.match(/type="radio"/g)).toHaveLength(3);
  expect(html).toContain('1 left to decide');
});

test('the dialog has its heading before the comparison has loaded', () => {
  const html = htmlOf(<CompareDialog heading="Two texts" {...compared('a', 'b')} />);
  const [, id] = /aria-labelledby="([^"]+)"/.exec(html) ?? [];
  expect(html).toMatch(new RegExp(`<h2 id="${id}"[^>]*>Two texts</h2>`));
});
