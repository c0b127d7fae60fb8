import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskWordsProvider, DeskZoneProvider } from '@/components/desk/ui/desk-words.client';
import type { PostActions } from '@/components/editor/ground/editor-types';
import { deskStringsFor } from '@/lib/language/strings';
import type { PostDraft } from '@/lib/posts/types';
import { PublishForm } from './publish-form.client';
import {
  CHANGE_MODES,
  type Choice,
  FIRST_MODES,
  firstChoice,
  isComplete,
  modesFor,
  type PublishMode,
  publishDone,
  publishLabel,
  publishWork,
  stillOffered,
} from './publish-modes';

/** 22:30 in Phnom Penh, 15:30 in London, 10:30 in New York. */
const NOW = Date.UTC(2026, 10, 24, 15, 30);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const draft = (facts: Partial<PostDraft>) => ({ status: 'draft', scheduledAt: null, ...facts }) as PostDraft;
const choice = (way: PublishMode, others: Partial<Choice> = {}): Choice => ({
  way,
  local: '',
  isSecond: false,
  from: null,
  note: '',
  ...others,
});

/** Returns the server calls that a choice makes in a time zone. */
async function asked(chosen: Choice, timeZone = 'Asia/Phnom_Penh') {
  const calls: [string, unknown][] = [];
  const actions = new Proxy({} as PostActions, {
    get: (_none, name) => async (input: unknown) => calls.push([String(name), input]),
  });
  await publishWork(actions, 7, chosen, timeZone)(3);
  return calls;
}

test.each([
  ['Asia/Phnom_Penh', '2026-11-25T22:00'],
  ['Europe/London', '2026-11-25T15:00'],
  ['America/New_York', '2026-11-25T10:00'],
  ['UTC', '2026-11-25T15:00'],
])('in %s the dialog proposes this hour tomorrow in local time', (timeZone, local) => {
  expect(firstChoice(draft({}), timeZone)).toEqual(choice('now', { local }));
});

test('a scheduled time is shown in the publication’s time zone', () => {
  const scheduledAt = Date.UTC(2026, 11, 1, 20, 15);
  expect(firstChoice(draft({ scheduledAt }), 'Asia/Phnom_Penh').local).toBe('2026-12-02T03:15');
  expect(firstChoice(draft({ scheduledAt, status: 'scheduled' }), 'America/New_York')).toMatchObject({
    way: 'later',
    local: '2026-12-01T15:15',
  });
});

test.each([
  ['Asia/Phnom_Penh', Date.UTC(2026, 11, 1, 1)],
  ['Europe/London', Date.UTC(2026, 11, 1, 8)],
  ['America/New_York', Date.UTC(2026, 11, 1, 13)],
])('a time chosen in %s is sent as that instant', async (timeZone, at) => {
  const calls = await asked(choice('later', { local: '2026-12-01T08:00' }), timeZone);
  expect(calls).toEqual([['schedule', { postId: 7, draftVersion: 3, from: null, at }]]);
});

test('each way of publishing runs its own command', async () => {
  const input = { postId: 7, draftVersion: 3 };
  expect(await asked(choice('now'))).toEqual([['publish', input]]);
  expect(await asked(choice('updated'))).toEqual([['publish', input]]);
  expect(await asked(choice('silent'))).toEqual([['publish', { ...input, isSilent: true }]]);
  expect(await asked(choice('unlisted'))).toEqual([['publishUnlisted', input]]);
  expect(await asked(choice('corrected', { note: 'Two.' }))).toEqual([
    ['publishCorrected', { ...input, note: 'Two.' }],
  ]);
});

test('a time or a note is required where the form asks for one', () => {
  const isReady = (chosen: Choice) => isComplete(chosen, 'UTC');
  expect(isReady(choice('now'))).toBe(true);
  expect(isReady(choice('later'))).toBe(false);
  expect(isReady(choice('later', { local: '2026-12-01T08:00' }))).toBe(true);
  expect(isReady(choice('corrected', { note: ' ' }))).toBe(false);
  expect(isReady(choice('corrected', { note: 'Two.' }))).toBe(true);
});

/** Renders the form of a draft that is to be published later. */
function formOf(timeZone: string, others: Partial<Choice> = {}, facts: Partial<PostDraft> = {}) {
  return renderToStaticMarkup(
    <DeskWordsProvider language="en" words={deskStringsFor('en')}>
      <DeskZoneProvider timeZone={timeZone}>
        <PublishForm
          draft={draft(facts)}
          timeZone={timeZone}
          choice={choice('later', { local: '2026-12-01T08:00', ...others })}
          onChoice={() => {}}
        />
      </DeskZoneProvider>
    </DeskWordsProvider>,
  );
}

test('the time field names its time zone, and its minimum is now in local time', () => {
  expect(formOf('Asia/Phnom_Penh')).toMatch(/Asia\/Phnom_Penh.*min="2026-11-24T22:30"/);
  expect(formOf('America/New_York')).toMatch(/America\/New_York.*min="2026-11-24T10:30"/);
});

test('a time that clocks skip is warned of, with the time at which the post would be published', async () => {
  const skipped = { local: '2027-03-28T01:30' };
  expect(formOf('Europe/London', skipped)).toMatch(/Clocks in Europe\/London skip this time.*02:30/);
  expect(formOf('Asia/Phnom_Penh', skipped)).not.toContain('Clocks in');
  // A year that is being typed.
  expect(formOf('Europe/London', { local: '0002-03-28T01:30' })).not.toContain('Clocks in');
  const at = Date.UTC(2027, 2, 28, 1, 30);
  expect(await asked(choice('later', skipped), 'Europe/London')).toMatchObject([['schedule', { at }]]);
});

test('of a time that comes twice, either can be chosen, and the choice is shown again', async () => {
  const doubled = { local: '2027-10-31T01:30' };
  const instants = [Date.UTC(2027, 9, 31, 0, 30), Date.UTC(2027, 9, 31, 1, 30)];
  const html = formOf('Europe/London', doubled);
  expect(html).toContain('this time comes twice');
  expect(html).toMatch(/The first \(UTC\+01:00\).*The second \(UTC\+00:00\)/);
  for (const [index, at] of instants.entries()) {
    const chosen = choice('later', { ...doubled, isSecond: index === 1 });
    expect(await asked(chosen, 'Europe/London')).toMatchObject([['schedule', { at }]]);
    const again = firstChoice(draft({ status: 'scheduled', scheduledAt: at }), 'Europe/London');
    expect(again).toEqual({ ...chosen, from: at });
    expect(await asked(again, 'Europe/London')).toMatchObject([['schedule', { from: at, at }]]);
  }
});

test('updating the schedule is offered first for a scheduled post, and says so', () => {
  const words = deskStringsFor('en').publishing;
  expect(modesFor('scheduled')).toEqual(['later', 'now', 'unlisted']);
  expect(publishLabel('later', words, 'scheduled')).toBe(words.updateSchedule);
  expect(publishDone('later', words, 'scheduled')).toEqual({ text: words.scheduleUpdated, isLive: false });
  expect(formOf('UTC', {}, { status: 'scheduled' })).toContain(words.scheduledTimeHint);
  expect(formOf('UTC')).toContain(words.laterHint);
});

test('a choice that the clock has overtaken becomes the usual one for a published post', () => {
  expect(stillOffered(choice('later'), 'published').way).toBe('updated');
  expect(stillOffered(choice('unlisted'), 'scheduled').way).toBe('unlisted');
});

test('a published post is updated, not published again', () => {
  expect(firstChoice(draft({ status: 'published' }), 'UTC').way).toBe('updated');
  expect(firstChoice(draft({ status: 'unlisted' }), 'UTC').way).toBe('updated');
  expect(firstChoice(draft({ status: 'withdrawn' }), 'UTC').way).toBe('now');
});

test('each way of publishing has a button label and a result; only scheduling has no link to the post', () => {
  const words = deskStringsFor('en').publishing;
  for (const way of [...FIRST_MODES, ...CHANGE_MODES]) {
    expect(publishLabel(way, words)).not.toBe('');
    expect(publishDone(way, words)).toEqual({ text: expect.stringMatching(/\S/), isLive: way !== 'later' });
  }
  expect(publishLabel('later', words)).toBe(words.schedule);
  expect(publishDone('later', words).text).toBe(words.isScheduled);
  expect(publishLabel('corrected', words)).toBe(words.publishCorrected);
});
