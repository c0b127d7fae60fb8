import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

const MEDIA_PATH = /^\/media\/([a-z0-9]{1,64})\/([a-z0-9][a-z0-9-]{0,63}\.[a-z0-9]{2,5})$/;
const TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  png: 'image/png',
  wav: 'audio/wav',
  webp: 'image/webp',
};

/** Where media are, and which of their files may be sent. */
export interface MediaToServe {
  mediaDir: string;
  isServed: (mediaId: string, file: string) => boolean;
}

/** Bytes from `start` to `end`, both included. */
interface ByteRange {
  start: number;
  end: number;
}

/**
 * Returns the file that a media URL names, or null when it is not valid: only an id and a plain file name are
 * ever joined to the folder, so no path can leave it.
 */
export function mediaFile(
  mediaDir: string,
  path: string,
): { file: string; id: string; name: string; type: string } | null {
  const [, id, name] = MEDIA_PATH.exec(path) ?? [];
  const type = TYPES[name?.split('.')[1] ?? ''];
  return id && name && type ? { file: join(mediaDir, id, name), id, name, type } : null;
}

/**
 * Sends a picture, audio or video file, or the part that `Range` requests. The bytes under a name never
 * change, so clients cache them for ever.
 * @param path percent-encoded, without query.
 * @returns false when there is no such file, or no row names it; then nothing is sent.
 */
export async function serveMedia(
  request: IncomingMessage,
  response: ServerResponse,
  { mediaDir, isServed }: MediaToServe,
  path: string,
): Promise<boolean> {
  const found = mediaFile(mediaDir, path);
  if (!found || !isServed(found.id, found.name)) return false;
  const size = await sizeOf(found.file);
  if (size === null) return false;
  const tag = `"${path.slice('/media/'.length)}"`;
  const headers = {
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    // When an audio or video file is opened directly, the browser plays it in a page that it generates.
    'content-security-policy': "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag: tag,
  };
  if (request.headers['if-none-match']?.includes(tag)) response.writeHead(304, headers).end();
  else sendFile(request, response, found.file, size, headers);
  return true;
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  size: number,
  headers: Record<string, string>,
) {
  const isWhole = !request.headers.range || (request.headers['if-range'] ?? headers.etag) !== headers.etag;
  const range = isWhole ? undefined : parseRange(request.headers.range ?? '', size);
  if (range === null) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  else
    createReadStream(file, { start, end })
      .once('error', () => response.destroy())
      .pipe(response);
}

/**
 * Parses the one range of a `Range` header; undefined when the whole file is to be sent (several ranges,
 * another unit), null when the range is outside the file.
 */
export function parseRange(header: string, size: number): ByteRange | null | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : null;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const facts = await stat(file);
    return facts.isFile() ? facts.size : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
