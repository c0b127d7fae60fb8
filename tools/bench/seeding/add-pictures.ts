import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { newMediaId, uploadMedia } from '@/lib/media/upload-media';
import { PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { bulkInsert } from './bulk-insert';

/** Pictures that are really uploaded; the others are the same files under other ids. */
const UPLOADED = 5;
const SIZE_PX = { width: 320, height: 213 };
/** Every so many pictures, one lacks alt text. */
const WITHOUT_ALT_EVERY = 50;

/** Adds this number of pictures to the library, with their files. @returns their ids, oldest first. */
export async function addPictures(db: Db, dataDir: string, count: number, now: number): Promise<string[]> {
  const mediaDir = join(dataDir, 'media');
  const uploaded: string[] = [];
  for (let n = 0; n < Math.min(UPLOADED, count); n += 1) {
    const upload = { bytes: await paint(n), originalName: `uploaded-${n}.png` };
    uploaded.push(requireValue(await uploadMedia(db, upload, { actor: OPERATOR, now, mediaDir })).mediaId);
  }
  const insert = bulkInsert(db.$client, media);
  const rows = uploaded.map((id) => requireRow(db, id));
  const copied: string[] = [];
  db.$client.transaction(() => {
    for (let n = rows.length; n < count; n += 1) {
      const id = newMediaId();
      const row = rows[n % rows.length] ?? requireRow(db, id);
      linkFiles(join(mediaDir, row.id), join(mediaDir, id));
      insert({
        ...row,
        id,
        sha256: createHash('sha256').update(id).digest('hex'),
        originalName: `picture-${n}.png`,
        renditions: JSON.stringify(row.renditions),
        master: JSON.stringify(row.master),
        edit: null,
        alt: n % WITHOUT_ALT_EVERY === 0 ? '' : `Picture ${n}`,
        createdAt: now - (count - n) * 60_000,
        isSample: 0,
      });
      copied.push(id);
    }
  })();
  return [...copied, ...uploaded];
}

function requireRow(db: Db, id: string) {
  const row = db.select().from(media).where(eq(media.id, id)).get();
  if (!row) throw new Error(`The picture ${id} was not stored.`);
  return row;
}

function linkFiles(from: string, to: string) {
  mkdirSync(to, { mode: PRIVATE_FOLDER });
  for (const file of readdirSync(from)) linkSync(join(from, file), join(to, file));
}

function paint(n: number): Promise<Buffer> {
  const background = { r: 40 * n, g: 200 - 30 * n, b: 120 };
  return sharp({ create: { ...SIZE_PX, channels: 3, background } })
    .png()
    .toBuffer();
}
