import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { accepts } from './send-page';

/** Only plain names are ever joined to the folder, so no path can leave it. */
const BUILD_FILE = /^\/_next\/static\/((?:[\w~-]+\/)*[\w~-][\w.~-]*\.(js|css))$/;
/** A client may ask for a name that is longer than any file name can be. */
const NO_SUCH_FILE = new Set<string | undefined>(['ENOENT', 'ENAMETOOLONG']);
const TYPES: Record<string, string> = {
  js: 'application/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
};

/**
 * Sends a script or stylesheet of the build as the brotli copy stored next to it, which is a seventh smaller
 * than what Next would compress for every request.
 * @returns false when there is none or the client does not accept it; then Next answers.
 */
export async function sendBuildFile(
  request: IncomingMessage,
  response: ServerResponse,
  buildDir: string,
  path: string,
): Promise<boolean> {
  const [, file, kind] = BUILD_FILE.exec(path) ?? [];
  if (!file || !kind || !accepts(request.headers['accept-encoding'] ?? '', 'br')) return false;
  const bytes = await readCopy(join(buildDir, 'static', `${file}.br`));
  if (!bytes) return false;
  response.writeHead(200, {
    'content-type': TYPES[kind],
    'content-encoding': 'br',
    'content-length': bytes.length,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return true;
}

async function readCopy(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (NO_SUCH_FILE.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}
