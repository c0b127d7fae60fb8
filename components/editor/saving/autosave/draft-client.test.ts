import { afterEach, expect, test, vi } from 'vitest';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { fetchDraft, sendDraft } from './draft-client';
import { reasonFromProxy } from './unsaved-reason';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SAVE = { version: 1, mark: { line: 'line-of-one', sequence: 1 }, text: '{}' };
const words = deskStringsFor('en');
const KB_PER_SECOND = 32;

/** Returns the result of a save that gets this answer. */
function saveAnswered(answer: Response, language: (typeof LANGUAGE_CODES)[number] = 'en') {
  vi.stubGlobal('fetch', async () => answer);
  return sendDraft(1, SAVE, false, (status) => reasonFromProxy(status, deskStringsFor(language)));
}

/** nginx's own error page, instead of our answer. */
const ofProxy = (status: number) =>
  new Response('<html></html>', { status, headers: { 'content-type': 'text/html' } });

test.each(LANGUAGE_CODES)(
  'a save that a proxy rejects as too large names the limit and its remedy in %s',
  async (language) => {
    const result = await saveAnswered(ofProxy(413), language);
    const message = deskStringsFor(language).library.tooLargeForProxy;
    // It is retried automatically: the limit may have been raised.
    expect(result).toEqual({ kind: 'refused', code: 'unavailable', message });
    expect(message).toMatch(/413.*client_max_body_size/);
  },
);

test('another error from a proxy names its status', async () => {
  const result = await saveAnswered(ofProxy(502));
  const message = words.saving.serverAnswered.replace('{status}', '502');
  expect(result).toEqual({ kind: 'refused', code: 'unavailable', message });
});

test('a save that our own server rejects as too large keeps the server’s sentence', async () => {
  const message = 'This post is too large to save. Split it into two posts.';
  const result = await saveAnswered(Response.json({ ok: false, code: 'invalid', message }, { status: 413 }));
  expect(result).toEqual({ kind: 'refused', code: 'invalid', message });
});

test('a long text is waited for as long as a slow line takes, and a short one for 20 seconds', async () => {
  const patience = vi.spyOn(AbortSignal, 'timeout');
  const long = 1_000_000;
  for (const text of ['{}', JSON.stringify('ខ'.repeat(long / 3))]) {
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, value: { version: 2 } }));
    await sendDraft(1, { ...SAVE, text }, false, String);
  }
  const [ofShort = 0, ofLong = 0] = patience.mock.calls.map(([ms]) => ms);
  expect(ofShort).toBeGreaterThanOrEqual(20_000);
  expect(ofShort).toBeLessThan(20_100);
  // The answer has its 20 seconds after the text has arrived.
  expect(ofLong).toBeGreaterThan(20_000 + long / KB_PER_SECOND);
  expect(ofLong).toBeLessThan(5 * 60 * 1000);
});

/** Answers with a text in parts, one every so many ms; without an end, nothing more comes after them. */
function answerInParts(parts: Uint8Array[], everyMs: number, ends = true) {
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
        for (const [at, part] of parts.entries())
          setTimeout(() => controller.enqueue(part), (at + 1) * everyMs);
        if (ends) setTimeout(() => controller.close(), parts.length * everyMs + 1);
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
}

/** The answer with a draft, one byte in each part, so that letters are cut too. */
function partsOf(headline: string): Uint8Array[] {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ ok: true, value: { version: 2, writing: { headline }, media: [] } }),
  );
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}

test('a draft is waited for as long as parts of it come', async () => {
  vi.useFakeTimers();
  const parts = partsOf('ខ្មែរ');
  answerInParts(parts, 15_000);
  const fetched = fetchDraft(1);
  await vi.advanceTimersByTimeAsync(parts.length * 15_000 + 1);
  expect((await fetched).writing.headline).toBe('ខ្មែរ');
});

test('a draft of which nothing more comes for 20 seconds is given up', async () => {
  vi.useFakeTimers();
  answerInParts(partsOf('Ferry').slice(0, 5), 15_000, false);
  const fetched = expect(fetchDraft(1)).rejects.toThrow('nothing more');
  await vi.advanceTimersByTimeAsync(5 * 15_000 + 20_000);
  await fetched;
});
