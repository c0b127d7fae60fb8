import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import sharp from 'sharp';
import { z } from 'zod';
import { posts } from '@/db/schema';
import { copyPath } from '@/lib/addresses';
import { buildPost } from '@/tools/testing/factories';
import type { Seeded } from '../seed';
import { Writer } from '../writer';
import type { Asking } from './measure-requests';
import { type Measured, plain } from './measured';
import { watchMemory } from './watch-memory';

const LOAD = { pictures: 20, atOnce: 4, copies: 20, saves: 200, rounds: 5 };
/** Twelve megapixels, enlarged from noise so that it weighs about what a photograph does. */
const PICTURE = { width: 4000, height: 3000, grain: { width: 1000, height: 750 } };
const ROOMS = ['/admin', '/admin/posts', '/admin/posts?sort=headline', '/admin/media', '/admin/settings'];
const SETTLE_MS = 10_000;

/**
 * Uploads pictures, makes copies with them, saves a long draft and opens pages of the admin, on a server that has
 * answered everything else already.
 * @returns its memory before and after each part, and the most that it had until then, in MiB, with all that it started.
 */
export async function loadMemory(asking: Asking, seeded: Seeded): Promise<Measured[]> {
  const memory = watchMemory(asking.server.pid);
  const figures = [
    plain('memory after load (MiB)', memory.now(), 'memory'),
    plain('most memory until then (MiB)', memory.most(), 'memory'),
  ];
  const part = async (what: string, work: () => Promise<unknown>) => {
    await work();
    figures.push(plain(`memory after ${what} (MiB)`, memory.now(), 'memory'));
    figures.push(plain(`most memory during ${what} (MiB)`, memory.most(), 'memory'));
  };
  const mediaIds: string[] = [];
  try {
    await part(`${LOAD.pictures} pictures of 12 MP`, async () => {
      for (let n = 0; n < LOAD.pictures; n += 1) mediaIds.push(await upload(asking));
    });
    await part(`${LOAD.atOnce} pictures at once`, () =>
      Promise.all(Array.from({ length: LOAD.atOnce }, () => upload(asking))),
    );
    await part(`${LOAD.copies} copies with pictures`, () => makeCopies(asking, mediaIds));
    await part(`${LOAD.saves} saves of 10,000 words`, () => saveOften(asking, seeded.longDraftId));
    await part('pages of the admin, and a pause', async () => {
      for (let n = 0; n < LOAD.rounds; n += 1) for (const room of ROOMS) await answerOf(asking, room);
      await pause(SETTLE_MS);
    });
  } finally {
    memory.stop();
  }
  return figures;
}

const Uploaded = z.object({ value: z.object({ media: z.object({ id: z.string() }) }) });
const Stored = z.object({ value: z.object({ version: z.number(), writing: z.looseObject({}) }) });
const Saved = z.object({ value: z.object({ version: z.number() }) });

async function upload(asking: Asking): Promise<string> {
  const body = new Uint8Array(await paint());
  const answer = await answerOf(asking, `/admin/media/upload?name=${randomUUID()}.jpg`, {
    method: 'POST',
    body,
  });
  return Uploaded.parse(JSON.parse(answer)).value.media.id;
}

async function paint(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const grain = await sharp({ create: { ...PICTURE.grain, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  return sharp(grain).resize(PICTURE.width, PICTURE.height).jpeg({ quality: 90 }).toBuffer();
}

async function makeCopies(asking: Asking, mediaIds: string[]): Promise<void> {
  const writer = new Writer('en');
  const ids = Array.from({ length: LOAD.copies }, (_, n) => {
    const [lead, ...shown] = [0, 1, 2].map((next) => mediaIds[(n + next) % mediaIds.length] ?? '');
    const text = writer.body(900);
    const figures = shown.map((mediaId) => ({ type: 'figure', attrs: { mediaId } }));
    const body = { ...text, content: [...(text.content ?? []), ...figures] };
    return buildPost(asking.db, { headline: writer.headline(7), body, leadMediaId: lead }).postId;
  });
  const slugs = asking.db.select({ slug: posts.slug }).from(posts).where(inArray(posts.id, ids)).all();
  for (const { slug } of slugs) await answerOf(asking, copyPath(slug));
}

async function saveOften(asking: Asking, postId: number): Promise<void> {
  const path = `/admin/posts/${postId}/draft`;
  const stored = Stored.parse(JSON.parse(await answerOf(asking, path))).value;
  const line = randomUUID();
  let { version } = stored;
  for (let sequence = 1; sequence <= LOAD.saves; sequence += 1) {
    const writing = { ...stored.writing, headline: `Save ${sequence}` };
    const body = JSON.stringify({ version, mark: { line, sequence }, writing });
    const answer = await answerOf(asking, path, { method: 'PUT', body }, 'application/json');
    ({ version } = Saved.parse(JSON.parse(answer)).value);
  }
}

async function answerOf(
  { server, cookie }: Asking,
  path: string,
  request: RequestInit = {},
  type = 'application/octet-stream',
): Promise<string> {
  const headers = { cookie, origin: server.url, 'content-type': type };
  const answer = await fetch(`${server.url}${path}`, { ...request, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 200)}`);
  return text;
}
