import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSession } from '@/lib/accounts/sessions';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { adminActions, adminHandlers, type Handler } from '@/tools/testing/admin-exports';
import { browser, RedirectedTo } from '@/tools/testing/author-requests';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

const OWN_ORIGIN = 'http://localhost:3000';

let site: TestSite;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: OWN_ORIGIN, DATA_DIR: '/nowhere' }));
  site = openTestSite();
  buildPost(site.db);
  browser.token = undefined;
});
afterEach(() => site.close());

function signIn() {
  const userId = buildUser(site.db);
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
  return userId;
}

const handlers = await adminHandlers();
const changing = handlers.filter(([name]) => !/ (GET|HEAD)$/.test(name));
const actions = await adminActions();

const CONTEXT = { params: Promise.resolve({ id: '1', text: 'revision-1' }) };

function ask([name, handler]: [string, Handler], headers: Record<string, string>): Promise<Response> {
  const method = name.split(' ').at(-1) ?? '';
  const body = method === 'GET' || method === 'HEAD' ? undefined : '{}';
  return handler(new Request(`${OWN_ORIGIN}/admin/x?q=x`, { method, headers, body }), CONTEXT);
}

/** Counts the rows written so far. */
const writes = () => site.db.$client.prepare('select total_changes()').pluck().get();

test('the tests find all actions and handlers', () => {
  expect(actions.length).toBeGreaterThan(50);
  expect(handlers.length).toBeGreaterThan(9);
  expect(changing.length).toBeGreaterThan(4);
});

describe('without a session', () => {
  test.each(actions)('%s does nothing', async (_name, action) => {
    const before = writes();
    const answer = await action(new FormData()).catch((error: unknown) => error);
    if (answer instanceof RedirectedTo) expect(answer.message).toBe('/admin/sign-in');
    else expect(answer).toMatchObject({ ok: false, code: 'signed_out' });
    expect(writes()).toBe(before);
  });

  test.each(handlers)('%s answers 401', async (name, handler) => {
    const before = writes();
    const answer = await ask([name, handler], { origin: OWN_ORIGIN });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ ok: false, code: 'signed_out' });
    expect(writes()).toBe(before);
  });
});

describe('an expired session', () => {
  test.each(handlers.slice(0, 1))('does not open %s', async (name, handler) => {
    const userId = buildUser(site.db);
    browser.token = openSession(site.db, { userId, userAgent: '' }, 1);
    expect((await ask([name, handler], { origin: OWN_ORIGIN })).status).toBe(401);
  });
});

describe('from another site’s page', () => {
  const ORIGINS: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: `${OWN_ORIGIN}.elsewhere.example` },
    { origin: 'http://localhost' },
    {},
  ];

  test.each(changing)('%s answers 403, signed in or not', async (name, handler) => {
    signIn();
    const before = writes();
    for (const headers of ORIGINS) {
      const answer = await ask([name, handler], { 'x-forwarded-host': 'elsewhere.example', ...headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(await answer.json()).toMatchObject({ ok: false, code: 'forbidden' });
    }
    expect(writes()).toBe(before);
  });
});

test('from a page of ours, a signed-in user gets further', async () => {
  signIn();
  for (const handler of changing) {
    expect([401, 403]).not.toContain((await ask(handler, { origin: OWN_ORIGIN })).status);
  }
  for (const handler of handlers.filter((one) => !changing.includes(one))) {
    expect([401, 403]).not.toContain((await ask(handler, {})).status);
  }
});
