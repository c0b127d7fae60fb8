import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { media, posts, previewLinks, savedViews, users } from '@/db/schema';
import { type Actor, actorOf, OPERATOR, SCHEDULER, VISITOR } from '@/lib/actor';
import type { Command, Policy, Write } from '@/lib/commands';
import {
  DOERS,
  type Doer,
  mediaRow,
  NOW,
  type State,
  TABLE,
  type World,
} from '@/tools/testing/command-table';
import { bodyOf, buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

/** Every command, including those that a file does not export. */
const commands = vi.hoisted(() => new Map<string, Command<unknown, unknown>>());

vi.mock('@/lib/commands', async (original) => {
  const real = await original<typeof import('@/lib/commands')>();
  const command = (name: string, policy: Policy<unknown>, write: Write<unknown, unknown>) => {
    const made = real.command(name, policy, write);
    commands.set(name, made);
    return made;
  };
  return { ...real, command };
});

const MAKES_COMMANDS = /^import \{[^}]*\b(?:command|postCommand)\b[^}]*\} from/m;
const files = globSync('lib/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .filter((file) => MAKES_COMMANDS.test(readFileSync(file, 'utf8')));
for (const file of files) await import(/* @vite-ignore */ resolve(file));

let site: TestSite;
beforeAll(() => {
  site = openTestSite();
});
afterAll(() => site.close());

// One database file serves all tests: each test is rolled back, which is much faster than a new file.
beforeEach(() => void site.db.$client.exec('begin'));
afterEach(() => void site.db.$client.exec('rollback'));

function run(name: string, input: unknown, actor: Actor, now = NOW) {
  const command = commands.get(name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command(site.db, input, { actor, now });
}

/**
 * Builds a publication with a draft of the owner's or the author's, in a given state, and everything that
 * commands refer to.
 */
function buildWorld(doer: Doer, state?: State): { actor: Actor; world: World } {
  const ownerId = buildUser(site.db, { role: 'owner' });
  const authorId = buildUser(site.db, { role: 'author' });
  const isAuthor = doer.startsWith('author');
  const actors: Partial<Record<Doer, Actor>> = { operator: OPERATOR, scheduler: SCHEDULER, visitor: VISITOR };
  const person = isAuthor
    ? { id: authorId, role: 'author' as const }
    : { id: ownerId, role: 'owner' as const };
  const { postId } = buildPost(site.db, { status: 'draft', now: 1 });
  const createdBy = doer === 'author, own draft' ? authorId : ownerId;
  site.db.update(posts).set({ createdBy }).where(eq(posts.id, postId)).run();
  site.db.insert(previewLinks).values({ tokenHash: 'link', postId, createdAt: 1, expiresAt: 2 }).run();
  site.db.insert(savedViews).values({ userId: person.id, name: 'Mine', query: '', createdAt: 1 }).run();
  site.db.insert(media).values(mediaRow('one')).run();
  run('keepDraft', { postId, draftVersion: 2, name: 'First' }, OPERATOR);
  run('createTemplate', { postId, name: 'Column' }, OPERATOR);
  run('createSnippet', { name: 'Greeting', language: null, body: bodyOf('Dear reader,') }, OPERATOR);
  const world = { postId, ...buildTopic(site.db), ...buildAuthor(site.db), ...buildSeries(site.db) };
  if (state) bring(world, state);
  return { actor: actors[doer] ?? actorOf(person), world };
}

function bring({ postId, seriesId }: World, state: State) {
  const draft = { postId, draftVersion: 2 };
  if (state === 'ownerless') site.db.update(users).set({ role: 'author' }).run();
  if (state === 'binned') run('binPost', { postId }, OPERATOR);
  if (state === 'scheduled') run('schedulePost', { ...draft, at: NOW - 1 }, OPERATOR, 1);
  if (state === 'published') run('publishPost', draft, OPERATOR);
  if (state === 'unlisted') run('publishUnlisted', draft, OPERATOR);
  if (state === 'inSeries') run('putIntoSeries', { postId, seriesId }, OPERATOR);
}

/** Returns the number of writes so far. */
const writes = () => site.db.$client.prepare('select total_changes()').pluck().get();

test('the table lists every command and nothing else', () => {
  expect(files.length).toBeGreaterThan(30);
  expect([...commands.keys()].sort()).toEqual(Object.keys(TABLE).sort());
});

const ROWS = Object.entries(TABLE).flatMap(([name, [allowed, input, state]]) =>
  DOERS.map((doer) => ({
    name,
    doer,
    verdict: allowed.includes(doer) ? 'allowed' : 'refused',
    input,
    state,
  })),
);

test.each(ROWS)('$name is $verdict to: $doer', ({ name, doer, verdict, input, state }) => {
  const { actor, world } = buildWorld(doer, state);
  const before = writes();
  const outcome = run(name, input(world), actor);
  if (verdict === 'allowed') expect(outcome).toMatchObject({ ok: true });
  else {
    expect(outcome).toMatchObject({ ok: false, code: 'forbidden' });
    expect(writes()).toBe(before);
  }
});

const OWN_POST: Doer = 'author, own draft';

test.each<[name: string, state: State]>([
  ['binPost', 'published'],
  ['binPost', 'scheduled'],
  ['changeLanguage', 'published'],
  ['changeLanguage', 'scheduled'],
])('%s is refused to an author whose own post is %s', (name, state) => {
  const { actor, world } = buildWorld(OWN_POST, state);
  const input = { postId: world.postId, language: 'km' };
  expect(run(name, input, actor)).toMatchObject({ ok: false, code: 'forbidden' });
});

test.each(['published', 'scheduled'] as const)('an author cannot restore a post that was %s', (state) => {
  const { actor, world } = buildWorld(OWN_POST, state);
  run('binPost', { postId: world.postId }, OPERATOR);
  expect(run('restoreFromBin', { postId: world.postId }, actor)).toMatchObject({ code: 'forbidden' });
});

test('an author can still save the draft of a post that was published meanwhile', () => {
  const { actor, world } = buildWorld(OWN_POST, 'published');
  const input = TABLE.saveDraft?.[1](world);
  expect(run('saveDraft', input, actor)).toMatchObject({ ok: true });
});

test.each(['addTopic', 'removeTopic', 'setAuthor', 'setLabels', 'withdraw', 'bringBack'])(
  'an author may not change many posts by %s, even their own',
  (kind) => {
    const { actor, world } = buildWorld(OWN_POST);
    const change = { kind, postIds: [world.postId], ...world, labels: {}, status: 'published' };
    expect(run('changePosts', { changes: [change] }, actor)).toMatchObject({ code: 'forbidden' });
  },
);

test('one post of another person among an author’s own refuses the whole change', () => {
  const { actor, world } = buildWorld(OWN_POST);
  const { postId } = buildPost(site.db, { status: 'draft' });
  const changes = [{ kind: 'bin', postIds: [world.postId, postId] }];
  expect(run('changePosts', { changes }, actor)).toMatchObject({ code: 'forbidden' });
});

test('an author is told that a post is gone, so that the text can be kept elsewhere', () => {
  const { actor } = buildWorld(OWN_POST);
  const input = TABLE.saveDraft?.[1]({ postId: 999, topicId: 0, authorId: 0, seriesId: 0 });
  expect(run('saveDraft', input, actor)).toMatchObject({ ok: false, code: 'not_found' });
});

test('an author may rename and delete a template and a snippet of their own', () => {
  const { actor, world } = buildWorld(OWN_POST);
  const created = run('createTemplate', { postId: world.postId, name: 'Letter' }, actor);
  expect(created).toMatchObject({ ok: true, value: { templateId: 2 } });
  expect(run('renameTemplate', { templateId: 2, name: 'Letters' }, actor)).toMatchObject({ ok: true });
  expect(run('deleteTemplate', { templateId: 2 }, actor)).toMatchObject({ ok: true });
  expect(run('deleteTemplate', { templateId: 2 }, actor)).toMatchObject({ ok: false, code: 'not_found' });
  const words = { name: 'Farewell', language: null };
  const kept = run('createSnippet', { ...words, body: bodyOf('Yours') }, actor);
  expect(kept).toMatchObject({ ok: true, value: { snippetId: 2 } });
  expect(run('changeSnippet', { snippetId: 2, ...words }, actor)).toMatchObject({ ok: true });
  expect(run('deleteSnippet', { snippetId: 2 }, actor)).toMatchObject({ ok: true });
  expect(run('deleteSnippet', { snippetId: 2 }, actor)).toMatchObject({ ok: false, code: 'not_found' });
});

test.each(['visitor', 'scheduler'] as const)(
  'a %s may not change many posts, even when none are selected',
  (doer) => {
    const { actor } = buildWorld(doer);
    expect(run('changePosts', { changes: [] }, actor)).toMatchObject({ code: 'forbidden' });
  },
);
