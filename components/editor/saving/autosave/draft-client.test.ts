import { afterEach, expect, test, vi } from 'vitest';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { deskStringsFor } from '@/lib/language/strings';
import { sendDraft } from './draft-client';
import { reasonFromProxy } from './unsaved-reason';

afterEach(() => {
  vi.unstubAllGlobals();
});

const SAVE = { version: 1, mark: { line: 'line-of-one', sequence: 1 }, text: '{}' };
const words = deskStringsFor('en');

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
