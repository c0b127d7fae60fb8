import { revalidatePath } from 'next/cache';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { audit, site as siteTable } from '@/db/schema';
import { mayBeginPosts } from '@/lib/accounts/policies';
import { openSession } from '@/lib/accounts/sessions';
import { userIdOf } from '@/lib/actor';
import { type Context, command } from '@/lib/commands';
import { failureOf, Refusal } from '@/lib/errors';
import { refusalsKm } from '@/lib/language/refusals/km';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { browser, RedirectedTo } from '@/tools/testing/author-requests';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { action, answerOf } from './action';
import { refusal, requireOwnRequest, requireReadOf, requireReadRequest } from './guard';
import { currentUser, requireUser, sessionToken } from './session';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

let site: TestSite;
let userId: number;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: 'https://lamp.example/' }));
  site = openTestSite();
  userId = buildUser(site.db);
  browser.token = undefined;
});
afterEach(() => site.close());

function signIn() {
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
}
const speakKhmer = () =>
  site.db
    .update(siteTable)
    .set({ languages: ['km'] })
    .run();

const add = action(
  z.object({ left: z.coerce.number(), right: z.coerce.number().max(9) }),
  command(
    'add',
    () => true,
    (_tx, { left, right }: { left: number; right: number }, context: Context) => {
      if (left < 0) throw new Refusal('conflict', 'alreadyInBin');
      return { sum: left + right, by: userIdOf(context.actor) };
    },
  ),
);

test('an action of a signed-in user runs its command in their name', async () => {
  signIn();
  const before = Date.now();
  expect(await add({ left: 1, right: 2 })).toEqual({ ok: true, value: { sum: 3, by: userId } });
  const [row] = site.db.select().from(audit).all();
  expect(row).toMatchObject({ command: 'add', userId });
  expect(row?.at).toBeGreaterThanOrEqual(before);
});

test('an action renders its page again, whatever its answer', async () => {
  const refreshing = action(
    z.object({ isRefused: z.boolean() }),
    command(
      'touch',
      () => true,
      (_tx, { isRefused }: { isRefused: boolean }) => {
        if (isRefused) throw new Refusal('conflict', 'alreadyInBin');
        return {};
      },
    ),
    { refreshes: '/admin/topics' },
  );
  signIn();
  for (const isRefused of [false, true]) {
    vi.mocked(revalidatePath).mockClear();
    expect(await refreshing({ isRefused })).toMatchObject({ ok: !isRefused });
    expect(vi.mocked(revalidatePath).mock.calls).toEqual([['/admin/topics']]);
  }
});

test('a form is parsed field by field, and refused before the command sees it', async () => {
  signIn();
  const form = new FormData();
  form.set('left', '4');
  form.set('right', '5');
  expect(await add(form)).toMatchObject({ ok: true, value: { sum: 9 } });
  form.set('right', '10');
  expect(await add(form)).toMatchObject({
    ok: false,
    code: 'invalid',
    key: 'numberTooLarge',
    message: 'Enter a number up to 9.',
  });
  expect(site.db.select().from(audit).all()).toHaveLength(1);
});

test('signed out, the form is not read, and the refusal is in the admin language', async () => {
  const signedOut = { ok: false, code: 'signed_out' };
  expect(await add({ left: 1, right: 20 })).toMatchObject({
    ...signedOut,
    key: 'signedOut',
    message: 'You are signed out. Sign in again to continue.',
  });
  speakKhmer();
  const inKhmer = await add({ left: 1, right: 2 });
  expect(inKhmer).toMatchObject(signedOut);
  expect(inKhmer).toHaveProperty('message', expect.stringMatching(/[\u1780-\u17ff]/));
});

test('a refusal of the command is in the language of the user, or of the page', async () => {
  signIn();
  const refused = { ok: false, code: 'conflict', key: 'alreadyInBin' } as const;
  const inKhmer = { ...refused, message: refusalsKm.alreadyInBin };
  const message = 'This post is already in the bin.';
  expect(await add({ left: -1, right: 0 })).toEqual({ ...refused, message });
  expect(await answerOf(failureOf(new Refusal('conflict', 'alreadyInBin')), 'km')).toEqual(inKhmer);
  expect(await answerOf({ ok: true, value: 1 }, 'km')).toEqual({ ok: true, value: 1 });
  speakKhmer();
  expect(await add({ left: -1, right: 0 })).toEqual(inKhmer);
});

const request = (origin?: string) =>
  new Request('https://lamp.example/admin/x', { method: 'POST', headers: origin ? { origin } : {} });

test('a handler that changes something accepts a signed-in user on a page of ours', async () => {
  signIn();
  expect(await requireOwnRequest(request('https://lamp.example'), mayBeginPosts)).toMatchObject({
    id: userId,
  });
  expect(await requireReadRequest(mayBeginPosts)).toMatchObject({ id: userId });
});

test.each([
  undefined,
  'null',
  'http://lamp.example',
  'https://lamp.example/',
  'https://lamp.example.evil.example',
])('a request from %s is refused before its session is looked up', async (origin) => {
  for (const prepare of [() => {}, signIn]) {
    prepare();
    const answer = await requireOwnRequest(request(origin), mayBeginPosts);
    if (!(answer instanceof Response)) throw new Error('The request was let in.');
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      ok: false,
      code: 'forbidden',
      key: 'otherSite',
      message: 'This request came from another site, so it was refused.',
    });
  }
});

test('signed out, a handler answers 401, whether it changes or reads', async () => {
  for (const answer of [
    await requireOwnRequest(request('https://lamp.example'), mayBeginPosts),
    await requireReadRequest(mayBeginPosts),
  ]) {
    if (!(answer instanceof Response)) throw new Error('The request was let in.');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      ok: false,
      code: 'signed_out',
      key: 'signedOut',
      message: 'You are signed out. Sign in again to continue.',
    });
  }
});

test('a reader without the right is refused, as is one of a post that is another’s or gone', async () => {
  const { postId } = buildPost(site.db, { status: 'draft' });
  signIn();
  expect(await requireReadOf(postId)).toMatchObject({ id: userId });
  const gone = await requireReadOf(postId + 1);
  userId = buildUser(site.db, { role: 'author' });
  signIn();
  const others = await requireReadOf(postId);
  const forbidden = await requireReadRequest(() => false);
  const answers = [gone, others, forbidden].map(async (answer) => {
    if (!(answer instanceof Response)) throw new Error('The request was let in.');
    const { ok, code } = await answer.json();
    return [answer.status, ok, code];
  });
  expect(await Promise.all(answers)).toEqual([
    [404, false, 'not_found'],
    [403, false, 'forbidden'],
    [403, false, 'forbidden'],
  ]);
});

test('a failure is answered as it is, with its status', async () => {
  const answer = await refusal(409, failureOf(new Refusal('conflict', 'alreadyInBin')));
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ ok: false, code: 'conflict', key: 'alreadyInBin' });
});

test('a refusal is JSON in the admin language, with its status', async () => {
  speakKhmer();
  const answer = await refusal(422, new Refusal('invalid', 'addressTaken', { slug: 'the-river' }));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/json']);
  expect(await answer.json()).toEqual({
    ok: false,
    code: 'invalid',
    key: 'addressTaken',
    message: expect.stringMatching(/[\u1780-\u17ff].*«\/the-river»/),
  });
});

test('an empty cookie, an invalid one and none all mean signed out', async () => {
  for (const token of ['', 'guessed', undefined]) {
    browser.token = token;
    expect(await currentUser()).toBeNull();
    await expect(requireUser()).rejects.toEqual(new RedirectedTo('/admin/sign-in'));
  }
  expect(await sessionToken()).toBeNull();
  browser.token = '';
  expect(await sessionToken()).toBeNull();
  signIn();
  expect(await sessionToken()).toBe(browser.token);
  expect(await requireUser()).toMatchObject({ id: userId });
});
