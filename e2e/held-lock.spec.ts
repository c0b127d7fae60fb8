import { renameSync, unlinkSync } from 'node:fs';
import { holdLock } from '@/tools/testing/lock-holder';
import { Desk } from './desk';
import { expect, liveSlugs, test } from './fixtures';
import { Publication } from './publication';

// The server answers 503 to a save that waited too long for the lock.
test.use({ refusedWith: [503] });

test('while another process holds the database, everything is read, and a save waits without being lost', async ({
  admin,
  request,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  const media = site.db.$client.prepare('select id, renditions from media').get() as {
    id: string;
    renditions: string;
  };
  const [{ file }] = JSON.parse(media.renditions);
  const slugs = liveSlugs(site, "kind = 'post'").slice(0, 6);
  const paths = [
    '/',
    '/healthz',
    `/media/${media.id}/${file}`,
    ...slugs.map((slug) => `/${slug}`),
    '/topics',
    '/feed',
  ];

  const holder = await holdLock(site.publication.databaseFile);
  await desk.body.click();
  await admin.keyboard.type('Written while the database was locked');
  await expect(desk.indicator).toHaveText('Saved on this device');
  // The save is on the server and waits there; all of this is answered meanwhile.
  let answered = 0;
  for (const path of paths) {
    expect((await request.get(path)).status(), path).toBe(200);
    answered += 1;
  }
  expect(answered).toBe(paths.length);
  await expect(desk.indicator).toHaveText(
    'Not saved: The database is busy. Nothing was changed. Try again in a moment. · Saved on this device',
    { timeout: 60_000 },
  );
  for (const path of paths) expect((await request.get(path)).status(), path).toBe(200);
  await holder.release();
  await desk.saved();
  const draft = site.db.$client.prepare('select body from drafts where post_id = ?').pluck().get(postId);
  expect(draft).toContain('Written while the database was locked');
});

test('a save that another process holds up for a moment is stored', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  const holder = await holdLock(site.publication.databaseFile);
  await desk.body.click();
  await admin.keyboard.type('Held up');
  await expect(desk.indicator).toHaveText('Saved on this device');
  await holder.release();
  await desk.saved();
});

test('a rebuild while the publication runs lets authors save and readers read', async ({
  admin,
  request,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  const rebuilt = site.publication.manage('rebuild');
  await desk.body.click();
  await admin.keyboard.type('During a rebuild');
  await desk.saved();
  expect((await request.get('/')).status()).toBe(200);
  expect(await rebuilt).toMatch(/Rebuilt \d+ posts\./);
});

test.describe('health', () => {
  let publication: Publication;
  test.beforeEach(async () => {
    publication = await Publication.start('owner');
  });
  test.afterEach(() => publication.dispose());

  const answer = async () => {
    const response = await fetch(`${publication.url}/healthz`);
    return `${response.status} ${(await response.text()).trim()}`;
  };

  test('names the database when its log was removed', async () => {
    await expect.poll(answer).toBe('200 ok');
    unlinkSync(`${publication.databaseFile}-wal`);
    await expect.poll(answer, { timeout: 60_000 }).toBe('503 database');
    expect(publication.output).toContain('broadside.db-wal was removed.');
  });

  test('names disk and database when the data folder was moved away', async () => {
    await expect.poll(answer).toBe('200 ok');
    renameSync(publication.dataDir, `${publication.dataDir}-moved`);
    await expect.poll(answer, { timeout: 60_000 }).toMatch(/^503 (?:database disk|disk database)$/);
    renameSync(`${publication.dataDir}-moved`, publication.dataDir);
    await expect.poll(answer, { timeout: 60_000 }).toBe('200 ok');
  });
});
