import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { accepts } from './send-page';

/** A file of the build. */
interface BuildFile {
  file: string;
  type: string;
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

const compress = promisify(gzip);

/** Sends the file at a percent-encoded path. @returns false when there is none; then nothing is sent. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

/**
 * Serves the files of a build, without Next, which would compress them for every request and render
 * a page for every name that does not exist. The list of files is read once, because a release never changes.
 */
export function buildFiles(buildDir: string): SendFile {
  const files = new Map(listFiles(join(buildDir, 'static'), '/_next/static/'));
  const encode = encoder();
  return async (request, response, path) => {
    const found = files.get(decoded(path));
    if (!found) return false;
    const { bytes, encoding } = await encode(found, request.headers['accept-encoding'] ?? '');
    const headers: Record<string, string> = { 'content-type': found.type, 'cache-control': FOR_EVER };
    if (encoding) headers['content-encoding'] = encoding;
    if (TEXT.has(extname(found.file))) headers.vary = 'Accept-Encoding';
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
function listFiles(folder: string, at: string): [path: string, file: BuildFile][] {
  // In tests there may be no build.
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).split(sep).join('/'));
  const all = new Set(names);
  return names.flatMap((name) => {
    const type = TYPES[extname(name)];
    const file = { file: join(folder, name), hasBrotli: all.has(`${name}.br`) };
    return type === undefined ? [] : [[`${at}${name}`, { ...file, type }]];
  });
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
