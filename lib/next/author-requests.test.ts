import { resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { media, posts, users } from '@/db/schema';
import { openSession } from '@/lib/accounts/sessions';
import { requireValue } from '@/lib/errors';
import { findDraft } from '@/lib/posts/admin-queries';
import { binPost } from '@/lib/posts/commands/bin-post';
import { keepDraft } from '@/lib/posts/commands/name-restore-point';
import { derivePost } from '@/lib/posts/derive';
import { emptyWriting } from '@/lib/posts/fields';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { createSnippet } from '@/lib/snippets/snippets';
import { createTemplate } from '@/lib/templates/templates';
import { contextAt } from '@/tools/testing/actors';
import { adminActions, adminHandlers } from '@/tools/testing/admin-exports';
import { browser, NotFound, RedirectedTo } from '@/tools/testing/author-requests';
import { mediaRow } from '@/tools/testing/command-table';
import { bodyOf, buildPost, buildSeries } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

const ORIGIN = 'http://localhost:3000';
/** What an author may do where no post of another author is involved. */
const ALLOWED = [
  'begin',
  'beginPasskey',
  'changeDetails',
  'changePassphrase',
  'chooseLanguage',
  'closeOthers',
  'closeSession',
  'confirmNewSession',
  'deleteThisView',
  'endNewSession',
  'finishPasskey',
  'keepSnippet',
  'removePasskey',
  'renameThisView',
  'saveAsNew',
  'saveThisView',
];
/** What an author may do to their own draft. */
const ALLOWED_ON_OWN = [
  'bin',
  'change',
  'changeLanguage',
  'duplicate',
  'keepDraft',
  'nameText',
  'restore',
  'restoreText',
  'saveAsTemplate',
  'setWritingGoal',
  'undo',
];

let site: TestSite;
let userId: number;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: ORIGIN, DATA_DIR: '/nowhere' }));
  site = openTestSite();
  userId = buildUser(site.db, { role: 'author' });
  buildPost(site.db, { status: 'draft' });
  buildSeries(site.db);
  const snippet = { name: 'Greeting', language: null, body: bodyOf('Dear reader,') };
  requireValue(createSnippet(site.db, snippet, contextAt(1)));
  requireValue(createTemplate(site.db, { postId: 1, name: 'Column' }, contextAt(1)));
  site.db.insert(media).values(mediaRow('one')).run();
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
});
afterEach(() => site.close());

const WORDS = { alt: 'A bridge', caption: '', credit: '' };
/** Every field that any action reads; each action takes its own. */
const FIELDS = {
  ...{
    postId: 1,
    draftVersion: 2,
    id: '1',
    viewId: 1,
    templateId: 1,
    snippetId: 1,
    seriesId: 1,
    mediaId: 'one',
    restorePointId: 1,
  },
  ...{ name: 'Bridges', 'name.en': 'Bridges', slug: 'bridges', note: 'A note', query: '', tokenHash: '' },
  ...{ days: 7, by: 1, part: 1, at: Date.UTC(2200, 0, 1), publishedAt: 5, translationOfPostId: null },
  ...{ until: null, from: 5, goal: 800 },
  ...{ language: 'km', republishing: 'no', biography: {}, ...WORDS, words: WORDS, before: WORDS },
  ...{ turns: 1, area: { leftPx: 0, topPx: 0, widthPx: 9, heightPx: 9 } },
  text: { kind: 'restorePoint', id: 1 },
  target: { postIds: [1] },
  action: { kind: 'bin' },
  changes: [{ kind: 'bin', postIds: [1] }],
};

/**
 * Calls an action with the fields as an object, with a name by language, and as a form, and returns its
 * answers.
 */
async function answersOf(action: (input: unknown) => Promise<unknown>): Promise<unknown[]> {
  const form = new FormData();
  for (const [name, value] of Object.entries(FIELDS)) form.set(name, String(value));
  const inputs = [FIELDS, { ...FIELDS, name: { en: 'Bridges' } }, form];
  const answers: unknown[] = [];
  for (const input of inputs) answers.push(await action(input).catch((error: unknown) => error));
  return answers;
}

/** Counts the rows written so far. */
const writes = () => site.db.$client.prepare('select total_changes()').pluck().get();
const nameOf = (path: string) => path.split(' ').at(-1) ?? '';
const actions = await adminActions();
const handlers = new Map(await adminHandlers());
const isRefused = (answer: unknown) =>
  (answer instanceof RedirectedTo && answer.message === '/admin') ||
  (typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 'forbidden');

test('the lists name existing actions', () => {
  const names = actions.map(([path]) => nameOf(path));
  expect(names).toEqual(expect.arrayContaining([...ALLOWED, ...ALLOWED_ON_OWN]));
});

describe('an author', () => {
  test.each(actions.filter(([path]) => !ALLOWED.includes(nameOf(path))))(
    'is refused %s',
    async (_path, action) => {
      const before = writes();
      expect((await answersOf(action)).filter(isRefused)).not.toEqual([]);
      expect(writes()).toBe(before);
    },
  );

  const onPosts = actions.filter(([path]) => path.includes('posts') && !ALLOWED.includes(nameOf(path)));
  test.each(onPosts)('gets %s for their own post only if the rule allows it', async (path, action) => {
    site.db.update(posts).set({ createdBy: userId }).where(eq(posts.id, 1)).run();
    requireValue(keepDraft(site.db, { postId: 1, draftVersion: 2, name: 'First' }, contextAt(1, userId)));
    if (nameOf(path) === 'restore') requireValue(binPost(site.db, { postId: 1 }, contextAt(1, userId)));
    const answers = await answersOf(action);
    const refused = answers.filter(isRefused);
    if (ALLOWED_ON_OWN.includes(nameOf(path))) {
      expect(refused).toEqual([]);
      expect(answers).toContainEqual(expect.objectContaining({ ok: true }));
    } else expect(refused).not.toEqual([]);
  });
});

const CONTEXT = { params: Promise.resolve({ id: '1', text: 'revision-1' }) };
const SAVE = JSON.stringify({
  version: 2,
  mark: { line: 'a'.repeat(21), sequence: 1 },
  writing: { ...emptyWriting(), headline: 'Mine now' },
});

function ask(path: string, { body, query = '' }: { body?: string; query?: string } = {}): Promise<Response> {
  const handler = handlers.get(`app/(admin)/admin/${path}`);
  if (!handler) throw new Error(`There is no handler ${path}.`);
  const headers = { origin: ORIGIN, 'content-length': String(body?.length ?? 0) };
  const method = nameOf(path);
  return handler(new Request(`${ORIGIN}/admin/x${query}`, { method, headers, body }), CONTEXT);
}

const READS = ['draft', 'state', 'history', 'history/[text]', 'share-picture'].map(
  (name) => `posts/[id]/${name}/route.ts GET`,
);

test.each(READS)('%s answers 403 for another author’s post, but not for its creator', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ ok: false, code: 'forbidden' });
  site.db.update(posts).set({ createdBy: userId }).run();
  expect((await ask(path)).status).not.toBe(403);
});

test('saving another author’s post is refused, and saving one’s own post works', async () => {
  const path = 'posts/[id]/draft/route.ts PUT';
  const headline = findDraft(site.db, 1)?.headline;
  expect((await ask(path, { body: SAVE })).status).toBe(403);
  expect(findDraft(site.db, 1)).toMatchObject({ headline, version: 2 });
  site.db.update(posts).set({ createdBy: userId }).run();
  expect((await ask(path, { body: SAVE })).status).toBe(200);
  expect(findDraft(site.db, 1)).toMatchObject({ headline: 'Mine now', version: 3 });
});

test('an author cannot replace a file of the library', async () => {
  const answer = await ask('media/upload/route.ts POST', { body: 'a picture', query: '?replaces=one' });
  expect(await answer.json()).toMatchObject({ ok: false, code: 'forbidden' });
});

test('an author does not get the original of a picture, of which readers may see a part', async () => {
  const original = () => ask('media/original/route.ts GET', { query: '?media=one' });
  expect((await original()).status).toBe(403);
  site.db.update(users).set({ role: 'owner' }).run();
  expect(await (await original()).json()).toMatchObject({ code: 'not_found', key: 'originalMissing' });
});

test('the palette finds only an author’s own posts', async () => {
  const found = async () =>
    (await (await ask('palette/route.ts GET', { query: '?q=proportion' })).json()).posts;
  expect(await found()).toEqual([]);
  site.db.update(posts).set({ createdBy: userId }).run();
  site.db.transaction((tx) => derivePost(tx, 1));
  expect(await found()).toMatchObject([{ id: 1 }]);
});

type Page = { default: (props: unknown) => Promise<unknown> };
const PROPS = { ...CONTEXT, searchParams: Promise.resolve({}) };

async function visit(path: string): Promise<unknown> {
  const page: Page = await import(/* @vite-ignore */ resolve(`app/${path}/page.tsx`));
  return page.default(PROPS).catch((error: unknown) => error);
}

test.each([
  'authors',
  'media',
  'series',
  'settings',
  'settings/looks',
  'settings/menu',
  'settings/footer',
  'topics',
])('the page of %s is for owners', async (room) => {
  const path = `(admin)/admin/(desk)/${room}`;
  expect(await visit(path)).toEqual(new RedirectedTo('/admin'));
  site.db.update(users).set({ role: 'owner' }).run();
  expect(await visit(path)).not.toBeInstanceOf(Error);
});

test.each([
  '(admin)/admin/posts/[id]',
  '(admin)/admin/posts/[id]/proof',
  '(reader)/admin/posts/[id]/preview',
])('the page %s of another author’s post is not found for an author', async (path) => {
  expect(await visit(path)).toBeInstanceOf(NotFound);
});

test('an author sees only the pages that are open to authors', async () => {
  const { roomsOf } = await import(/* @vite-ignore */ resolve('app/(admin)/admin/rooms-of.ts'));
  expect(roomsOf({ id: userId, role: 'author' })).toEqual(['dashboard', 'posts', 'account']);
  expect(roomsOf({ id: userId, role: 'owner' })).toHaveLength(8);
});
