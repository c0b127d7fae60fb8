import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Save, SaveState, SendResult } from '@/components/editor/ground/save-state';
import { emptyWriting } from '@/lib/posts/fields';
import { Autosave } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Builds an autosave at version 1 whose server replies with `answers`, then saves everything. */
function buildAutosave(answers: SendResult[] = []) {
  const sent: Save[] = [];
  const states: SaveState[] = [];
  const kept: number[] = [];
  const forgotten: number[] = [];
  const text = { headline: '' };
  const store = { isBroken: false };
  const autosave = new Autosave({
    version: 1,
    line: 'line-of-one',
    sequence: 0,
    read: () => text.headline,
    send: async (save) => {
      sent.push(save);
      return answers.shift() ?? { kind: 'saved', version: save.version + 1 };
    },
    keep: async ({ mark }) => {
      if (store.isBroken) throw new Error('No store.');
      kept.push(mark.sequence);
    },
    forget: async (_line, sequence) => void forgotten.push(sequence),
  });
  autosave.watch(() => {
    const { state } = autosave.status;
    if (states.at(-1) !== state) states.push(state);
  });
  const type = (headline: string) => {
    text.headline = headline;
    autosave.changed();
  };
  return { autosave, sent, states, kept, forgotten, store, type };
}

test('a pause of 800 ms saves the latest text once', async () => {
  const { sent, type } = buildAutosave();
  type('A');
  await vi.advanceTimersByTimeAsync(700);
  type('A c');
  await vi.advanceTimersByTimeAsync(799);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map((save) => save.text)).toEqual(['A c']);
});

test('steady typing is saved every three seconds', async () => {
  const { sent, type } = buildAutosave();
  for (let key = 0; key < 70; key += 1) {
    type('x'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toHaveLength(2);
});

test('each save is based on the version that the last one returned', async () => {
  const { autosave, sent, type } = buildAutosave();
  type('one');
  await autosave.flush();
  type('two');
  await autosave.flush();
  expect(sent.map((draft) => draft.version)).toEqual([1, 2]);
  expect(autosave.version).toBe(3);
});

test('typing during a save is saved afterwards, and only then is Saved shown', async () => {
  const { autosave, sent, states, type } = buildAutosave();
  type('one');
  const flushed = autosave.flush();
  type('one two');
  expect(await flushed).toEqual({ ok: true, version: 3 });
  expect(sent.map((save) => save.text)).toEqual(['one', 'one two']);
  expect(states.map((state) => state.kind)).toEqual(['saving', 'saving', 'saved']);
});

test('a change is stored in the browser first and removed when exactly that change is acknowledged', async () => {
  const { kept, forgotten, type } = buildAutosave();
  type('one');
  await vi.advanceTimersByTimeAsync(400);
  expect(kept).toEqual([1]);
  expect(forgotten).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(forgotten).toEqual([1]);
});

test('without a network it says so, keeps the text and retries at growing intervals', async () => {
  const { autosave, sent, states, forgotten, type } = buildAutosave([
    { kind: 'unreachable' },
    { kind: 'unreachable' },
  ]);
  type('one');
  await vi.advanceTimersByTimeAsync(800);
  expect(autosave.status).toEqual({ state: { kind: 'offline' }, isKept: true });
  expect(forgotten).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1999);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(states.at(-1)).toEqual({ kind: 'saved' });
  expect(autosave.isUnsaved).toBe(false);
});

test('a flush that cannot save says why', async () => {
  const { autosave, type } = buildAutosave([
    { kind: 'refused', code: 'invalid', message: 'Use at most 400 characters here.' },
  ]);
  type('one');
  expect(await autosave.flush()).toMatchObject({
    ok: false,
    state: { message: 'Use at most 400 characters here.' },
  });
});

test('a conflict stops saving until a text is chosen, but typing is still stored', async () => {
  const theirs = { version: 7, writing: { ...emptyWriting(), headline: 'theirs' } };
  const { autosave, sent, states, kept, type } = buildAutosave([{ kind: 'conflict', theirs }]);
  type('mine');
  await vi.advanceTimersByTimeAsync(800);
  expect(states.at(-1)).toEqual({ kind: 'conflict', theirs });
  type('mine, longer');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  expect(kept).toEqual([1, 2]);
  autosave.keepMine(theirs.version);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toMatchObject({ version: 7, text: 'mine, longer' });
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});

test('a discarded text is no longer saved', async () => {
  const { autosave, sent, forgotten, type } = buildAutosave();
  type('one');
  await autosave.abandon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(0);
  expect(forgotten).toEqual([1]);
});

test('“kept” is reported only while the store holds the current text', async () => {
  const { autosave, type } = buildAutosave([{ kind: 'unreachable' }, { kind: 'unreachable' }]);
  type('one');
  await vi.advanceTimersByTimeAsync(900);
  expect(autosave.status.isKept).toBe(true);
  type('one two');
  expect(autosave.status.isKept).toBe(false);
  await vi.advanceTimersByTimeAsync(700);
  expect(autosave.status.isKept).toBe(true);
});

test('a browser without a store never reports “kept”', async () => {
  const { autosave, store, type } = buildAutosave([{ kind: 'unreachable' }]);
  store.isBroken = true;
  type('one');
  await vi.advanceTimersByTimeAsync(900);
  expect(autosave.status).toEqual({ state: { kind: 'offline' }, isKept: false });
});

test('a full disk is retried automatically, a refused text only after a change', async () => {
  const full = { kind: 'refused', code: 'unavailable', message: 'The disk is full.' } as const;
  const { sent, type } = buildAutosave([full, { ...full, code: 'invalid' }]);
  type('one');
  await vi.advanceTimersByTimeAsync(1800);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
  type('two');
  await vi.advanceTimersByTimeAsync(800);
  expect(sent).toHaveLength(3);
});

test('a text handed over to another tab is no longer saved here', async () => {
  const { autosave, sent, kept, type } = buildAutosave();
  type('one');
  const line = await autosave.handOver();
  expect(line).toMatchObject({
    version: 1,
    mark: { line: 'line-of-one', sequence: 1 },
    text: 'one',
    acknowledged: 0,
  });
  expect(kept).toEqual([1]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(0);
});
