import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { accepts } from './send-page';

/** A file of the build or of `public`. */
interface BuildFile {
  file: string;
  type: string;
  /** Its `Cache-Control`. */
  caching: string;
  /** Whether the build has a brotli copy of it, a seventh smaller than gzip. */
  hasBrotli: boolean;
}

/** The bytes of a file in one encoding. */
interface Encoded {
  bytes: Buffer;
  encoding?: 'br' | 'gzip';
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=UTF-8',
  '.ico': 'image/x-icon',
  '.js': 'application/javascript; charset=UTF-8',
  '.json': 'application/json; charset=UTF-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=UTF-8',
  '.woff2': 'font/woff2',
};
const TEXT = new Set(['.css', '.js', '.json', '.svg', '.txt']);
/** Their names change with their bytes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const REVALIDATED = 'public, max-age=0';

const compress = promisify(gzip);
const TAG_LENGTH = 22;

/** Sends the file at a percent-encoded path. @returns false when there is none; then nothing is sent. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/**
 * Serves the files of a build and of `public`, without Next, which would compress them for every request and render
 * a page for every name that does not exist. The list of files is read once, because a release never changes.
 */
export function buildFiles(buildDir: string, publicDir: string): SendFile {
  const files = new Map([
    ...listFiles(join(buildDir, 'static'), '/_next/static/', FOR_EVER),
    ...listFiles(publicDir, '/', REVALIDATED),
  ]);
  const encode = encoder();
  return async (request, response, path) => {
    const found = files.get(decoded(path));
    if (!found) return false;
    const { bytes, encoding } = await encode(found, request.headers['accept-encoding'] ?? '');
    const headers: Record<string, string> = { 'content-type': found.type, 'cache-control': found.caching };
    if (encoding) headers['content-encoding'] = encoding;
    if (TEXT.has(extname(found.file))) headers.vary = 'Accept-Encoding';
    if (found.caching === REVALIDATED) headers.etag = tagOf(bytes);
    if (headers.etag && request.headers['if-none-match']?.includes(headers.etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    response.writeHead(200, { ...headers, 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
    return true;
  };
}

/** Makes the function that reads a file in the best encoding that a client accepts; each is compressed once. */
function encoder() {
  const gzipped = new Map<string, Promise<Buffer>>();
  const inGzip = (file: string) => {
    const known = gzipped.get(file);
    if (known) return known;
    const made = readFile(file).then((bytes) => compress(bytes));
    gzipped.set(file, made);
    // A failure is passed on to the client, and the next one tries again.
    made.catch(() => gzipped.delete(file));
    return made;
  };
  return async ({ file, hasBrotli }: BuildFile, accepted: string): Promise<Encoded> => {
    if (hasBrotli && accepts(accepted, 'br')) return { bytes: await readFile(`${file}.br`), encoding: 'br' };
    if (TEXT.has(extname(file)) && accepts(accepted, 'gzip'))
      return { bytes: await inGzip(file), encoding: 'gzip' };
    return { bytes: await readFile(file) };
  };
}

/** Lists the files of a folder whose type is known, by the path at which they are requested. */
function listFiles(folder: string, at: string, caching: string): [path: string, file: BuildFile][] {
  // In tests there may be no build.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).split(sep).join('/'));
  const all = new Set(names);
  return names.flatMap((name) => {
    const type = TYPES[extname(name)];
    const file = { file: join(folder, name), caching, hasBrotli: all.has(`${name}.br`) };
    return type === undefined ? [] : [[`${at}${name}`, { ...file, type }]];
  });
}

function tagOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, TAG_LENGTH)}"`;
}

/** Returns a path without percent-encoding; as it is when it cannot be decoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
