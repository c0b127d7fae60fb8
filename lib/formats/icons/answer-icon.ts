import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@/db/client';
import { readSite } from '@/lib/settings/site';
import { plainFile } from '@/lib/settings/site-pictures';
import { iconType, paintIcon } from './paint-icon';

interface Folders {
  /** The folder of all pictures. */
  mediaDir: string;
  /** The folder with the icons of the program. */
  publicDir: string;
}

/** Answers a request for an icon: of the publication if it has one, or else the program's own. */
export async function answerIcon(db: Db, path: string, { mediaDir, publicDir }: Folders): Promise<Response> {
  const type = iconType(path);
  if (type === null) return new Response(null, { status: 404 });
  const own = plainFile(readSite(db).icon);
  const bytes = own
    ? await paintIcon(path, join(mediaDir, own.mediaId, own.file))
    : await readFile(join(publicDir, path));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } });
}
