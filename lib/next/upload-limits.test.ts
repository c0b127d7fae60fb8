import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '@/lib/accounts/sessions';
import { refusalsEn } from '@/lib/language/refusals/en';
import { oneAtATime } from '@/lib/media/upload-media';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { adminHandlers } from '@/tools/testing/admin-exports';
import { browser } from '@/tools/testing/author-requests';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

const ORIGIN = 'http://localhost:3000';
const MEGABYTE = 1024 * 1024;
const JPEG = Buffer.from('ffd8ffe000104a464946000101000001', 'hex');
/** How many files wait at most, besides the one that is processed. */
const LONGEST_LINE = 12;

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
  shareSettings(parseEnvironment({ SITE_URL: ORIGIN, DATA_DIR: site.dataDir }));
  const userId = buildUser(site.db, { role: 'owner' });
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
});
afterEach(() => site.close());

const handlers = new Map(await adminHandlers());

/** Uploads a body with an announced length, if it has one. */
async function upload(body: BodyInit, length?: number) {
  const handler = handlers.get('app/(admin)/admin/media/upload/route.ts POST');
  if (!handler) throw new Error('There is no handler of uploads.');
  const headers: Record<string, string> = { origin: ORIGIN };
  if (length !== undefined) headers['content-length'] = String(length);
  const asking = { method: 'POST', headers, body, duplex: 'half' };
  const answer = await handler(new Request(`${ORIGIN}/admin/media/upload?name=a.jpg`, asking), {
    params: Promise.resolve({}),
  } as never);
  return { status: answer.status, headers: answer.headers, ...(await answer.json()) };
}

/** A picture that never ends, a megabyte at a time. */
function endless() {
  const pulled = { megabytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(pulled.megabytes === 0 ? JPEG : Buffer.alloc(MEGABYTE));
      pulled.megabytes += 1;
    },
  });
  return { body, pulled };
}

test.each([
  ['without a length', undefined, 30],
  ['that announces less', 1000, 30],
  ['that announces 30 MB exactly', 30 * MEGABYTE, 30],
  ['that announces more', 30 * MEGABYTE + 1, 0],
])('a picture %s is cut off at 30 MB as it arrives', async (_what, length, most) => {
  const { body, pulled } = endless();
  expect(await upload(body, length)).toMatchObject({ status: 422, key: 'pictureOver30' });
  // A stream is asked for one piece in advance, by each of those that read it.
  expect(pulled.megabytes).toBeLessThanOrEqual(most + 5);
  expect(site.db.$client.prepare('select count(*) from media').pluck().get()).toBe(0);
});

test('when the line of uploads is full, the next is refused, with the time after which to try again', async () => {
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  const waiting = Array.from({ length: LONGEST_LINE + 1 }, (_none, n) =>
    oneAtATime(async () => {
      await gate;
      return { mediaId: `file-${n}`, isDuplicate: false };
    }),
  );
  const refused = await upload(JPEG, JPEG.length);
  expect(refused).toMatchObject({ status: 503, ok: false, key: 'tooBusy', message: refusalsEn.tooBusy });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  open();
  // Those in the line were not harmed, and there is room again.
  expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true);
  expect((await upload(JPEG, JPEG.length)).status).toBe(422);
});
