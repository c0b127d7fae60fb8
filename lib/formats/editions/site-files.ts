import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Pictures, and the fonts of a build: files that a page's own addresses name. */
const MEDIA = /^\/media\/([0-9a-z]{8,32}\/[\w-]+(?:\.[\w-]+)*)$/;
const BUILT = /^\/_next\/static\/([\w~-]+(?:\/[\w~-]+)*(?:\.[\w~-]+)*)$/;

/** Reads files of this site by the path under which readers request them. */
export interface SiteFiles {
  /** Null if there is no such file. */
  read: (path: string) => Promise<Buffer | null>;
  /** 0 if there is no such file. */
  sizeOf: (path: string) => Promise<number>;
}

/** Reads the files of a publication from the disk, without HTTP. */
export function siteFiles(mediaDir: string, buildDir: string): SiteFiles {
  const locate = (path: string) => {
    const [, media] = MEDIA.exec(path) ?? [];
    if (media) return join(mediaDir, media);
    const [, built] = BUILT.exec(path) ?? [];
    return built ? join(buildDir, 'static', built) : null;
  };
  return {
    read: async (path) => {
      const file = locate(path);
      return file ? orWhenMissing(readFile(file), null) : null;
    },
    sizeOf: async (path) => {
      const file = locate(path);
      return file
        ? orWhenMissing(
            stat(file).then(({ size }) => size),
            0,
          )
        : 0;
    },
  };
}

async function orWhenMissing<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  }
}
