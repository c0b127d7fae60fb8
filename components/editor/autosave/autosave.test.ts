import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyWriting } from '@/lib/posts/writing';
import { Autosave } from './autosave';
import type { SaveState, SendResult, StoredDraft } from './save-state';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosave at version 1 with a server that answers from `answers`, then always saves. */
function buildAutosave(answers: SendResult[] = []) {
  const sent: StoredDraft[] = [];
  const states: SaveState[] = [];
  const kept: number[] = [];
  const forgotten: number[] = [];
  const text = { headline: '' };
  const autosave = new Autosave({
    version: 1,
    read: () => ({ ...emptyWriting(), headline: text.headline }),
    send: async (draft) => {
      sent.push(draft);
      return answers.shift() ?? { kind: 'saved', version: draft.version + 1 };
    },
    keep: async (_draft, sequence) => void kept.push(sequence),
    forget: async (sequence) => void forgotten.push(sequence),
    onState: (state) => states.push(state),
  });
  const type = (headline: string) => {
    text.headline = headline;
    autosave.changed();
  };
  return { autosave, sent, states, kept, forgotten, type };
}

test('a pause of 800 ms saves once, with the last text', async () => {
  const { sent, type } = buildAutosave();
  type('A');
  await vi.advanceTimersByTimeAsync(700);
  type('A c');
  await vi.advanceTimersByTimeAsync(799);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map((draft) => draft.writing.headline)).toEqual(['A c']);
});

test('steady typing is saved every three seconds', async () => {
  const { sent, type } = buildAutosave();
  for (let key = 0; key < 70; key += 1) {
    type('x'.repeat(key));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent).toHaveLength(2);
});

test('each save builds on the version that the last one came to', async () => {
  const { autosave, sent, type } = buildAutosave();
  type('one');
  await autosave.flush();
  type('two');
  await autosave.flush();
  expect(sent.map((draft) => draft.version)).toEqual([1, 2]);
  expect(autosave.version).toBe(3);
});

test('typing during a save is saved after it, and only then says Saved', async () => {
  const { autosave, sent, states, type } = buildAutosave();
  type('one');
  const flushed = autosave.flush();
  type('one two');
  expect(await flushed).toEqual({ ok: true, version: 3 });
  expect(sent.map((draft) => draft.writing.headline)).toEqual(['one', 'one two']);
  expect(states.map((state) => state.kind)).toEqual(['saving', 'saving', 'saved']);
});

test('a change is kept in the browser first and forgotten when exactly it was acknowledged', async () => {
  const { kept, forgotten, type } = buildAutosave();
  type('one');
  await vi.advanceTimersByTimeAsync(400);
  expect(kept).toEqual([1]);
  expect(forgotten).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(forgotten).toEqual([1]);
});

test('without a network it says so, keeps the text, and tries again, ever more slowly', async () => {
  const { autosave, sent, states, forgotten, type } = buildAutosave([
    { kind: 'unreachable' },
    { kind: 'unreachable' },
  ]);
  type('one');
  await vi.advanceTimersByTimeAsync(800);
  expect(states.at(-1)).toEqual({ kind: 'offline', kept: true });
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
  const { autosave, type } = buildAutosave([{ kind: 'refused', message: 'At most 400 characters, please.' }]);
  type('one');
  expect(await autosave.flush()).toEqual({ ok: false, message: 'At most 400 characters, please.' });
});

test('a conflict stops saving until someone has chosen, and typing goes on being kept', async () => {
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
  expect(sent.at(-1)).toMatchObject({ version: 7, writing: { headline: 'mine, longer' } });
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});

test('a text that was given up is not saved any more', async () => {
  const { autosave, sent, forgotten, type } = buildAutosave();
  type('one');
  await autosave.abandon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(0);
  expect(forgotten).toEqual([1]);
});
