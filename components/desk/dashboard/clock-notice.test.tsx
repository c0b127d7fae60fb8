import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import type { ClockNotice as ClockFacts } from '@/lib/jobs/clock-notice';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { ClockNotice } from './clock-notice';

const FROM = Date.UTC(2026, 10, 27, 7);
const DAY_MS = 24 * 60 * 60 * 1000;
const jump: ClockFacts = {
  kind: 'jump',
  from: FROM,
  to: FROM + 40 * DAY_MS,
  until: FROM + 41 * DAY_MS,
  held: [{ id: 3, headline: 'ទន្លេ', language: 'km' }],
};

/** Its HTML without what it looks like. */
function markupOf(clock: ClockFacts, language: LanguageCode = 'en'): string {
  const words = deskStringsFor(language);
  const html = renderToStaticMarkup(
    <DeskWordsProvider words={words} language={language}>
      <ClockNotice
        {...{ clock, words, language }}
        timeZone="UTC"
        confirm={async () => ({ ok: true, value: null })}
      />
    </DeskWordsProvider>,
  );
  return html.replace(/ class="[^"]*"/g, '');
}

test('a jump says from when to when, what waits until when, and which posts', () => {
  const markup = markupOf(jump);
  expect(markup).toMatch(/jumped from 27 Nov 2026[^<]*07:00 to 6 Jan 2027[^<]*07:00\. *</);
  expect(markup).toMatch(/Until 7 Jan 2027[^<]*are not published/);
  expect(markup).toContain('<a href="/admin/posts/3" lang="km">ទន្លេ</a>');
  expect(markup).toContain('Confirm the clock');
});

test('a clock that was set back, and a long stop, say so', () => {
  expect(markupOf({ ...jump, to: FROM - DAY_MS, held: [] })).toContain('set back from');
  const stopped = markupOf({ ...jump, kind: 'stop', held: [] });
  expect(stopped).toContain('The server was off from');
  expect(stopped).not.toContain('are not published');
});

test.each(LANGUAGE_CODES)('it has words in %s', (language) => {
  expect(markupOf(jump, language)).not.toMatch(/[{}]|undefined/);
});
