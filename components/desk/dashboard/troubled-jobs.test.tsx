import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import type { TroubledJob } from '@/lib/jobs/troubled-jobs';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { DESCRIBED_KINDS } from '@/tools/testing/job-kinds';
import { TroubledJobs } from './troubled-jobs';

const DUE_AT = Date.UTC(2026, 10, 27, 7);
const late: TroubledJob = {
  id: 4,
  kind: 'publishPost',
  attempts: 7,
  dueAt: DUE_AT,
  runAt: DUE_AT + 60 * 60 * 1000,
  lastError: null,
  trouble: 'late',
  mayRetry: true,
  mayDismiss: false,
  post: { id: 3, headline: 'ទន្លេ', language: 'km' },
  url: null,
};
const failed: TroubledJob = {
  ...late,
  id: 5,
  kind: 'purgeEdge',
  attempts: 36,
  trouble: 'failed',
  mayDismiss: true,
  lastError: 'It answered 503.',
  post: null,
  url: 'https://edge.example/purge',
};
const act = async () => ({ ok: true, value: null }) as const;

/** Its HTML without what it looks like. */
function markupOf(jobs: TroubledJob[], language: LanguageCode = 'en'): string {
  const words = deskStringsFor(language);
  const html = renderToStaticMarkup(
    <DeskWordsProvider words={words} language={language}>
      <TroubledJobs {...{ jobs, words, language }} timeZone="UTC" retry={act} dismiss={act} />
    </DeskWordsProvider>,
  );
  return html.replace(/ class="[^"]*"/g, '');
}

test('nothing is shown when all is well', () => {
  expect(markupOf([])).toBe('');
});

test('a late job links to its post, says when it is tried next, and can be tried at once', () => {
  const markup = markupOf([late]);
  expect(markup).toContain('<a href="/admin/posts/3">Publish “<span lang="km">ទន្លេ</span>”</a>');
  expect(markup).toMatch(/Due [^<]*7:00[^<]*Next attempt: [^<]*8:00/);
  expect(markup).toContain('Try again');
  expect(markup).not.toContain('Dismiss');
});

test('a failed job says how often it was tried and why it failed, and can be dismissed', () => {
  const markup = markupOf([failed]);
  expect(markup).toContain('Purge the cache at https://edge.example/purge');
  expect(markup).toContain('Failed after 36 attempts');
  expect(markup).toContain('<small lang="en">It answered 503.</small>');
  expect(markup).toContain('Dismiss');
});

test('a job that this version does not know can only be dismissed', () => {
  const markup = markupOf([
    { ...late, kind: 'other', trouble: 'unknown', mayRetry: false, mayDismiss: true },
  ]);
  expect(markup).toContain('Another version of Broadside created this job.');
  expect(markup).toContain('Dismiss');
  expect(markup).not.toContain('Try again');
});

test('impossible times and unknown details are left out', () => {
  const [dueAt, runAt] = [-8.64e15 - 1, Number.MAX_SAFE_INTEGER];
  expect(markupOf([{ ...late, dueAt, runAt, post: null }])).toContain('Due …. Next attempt: …');
  expect(markupOf([{ ...late, post: null }])).toContain('Publish “…”');
  expect(markupOf([{ ...failed, url: null }])).toContain('Purge the cache at …');
});

test.each(LANGUAGE_CODES)('each kind of job has a name in %s', (language) => {
  for (const kind of DESCRIBED_KINDS) expect(markupOf([{ ...failed, kind }], language)).not.toContain(kind);
  expect(markupOf([{ ...failed, kind: 'fromTheFuture' }], language)).toContain('fromTheFuture');
});
