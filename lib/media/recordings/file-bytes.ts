import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** A file to look into without holding it in memory. */
export interface FileBytes {
  size: number;
  /** At most `length` bytes from `at`; fewer at the end. */
  read(at: number, length: number): Buffer;
}

/** Bytes that are put in place of what stands in a file; the file's length never changes. */
export interface Patch {
  at: number;
  bytes?: Buffer;
  /** How many bytes become zero, after `bytes`. */
  zeros?: number;
}

const BLOCK = 65_536;

/** Looks into a file on the disk, and writes what `work` says into it. */
export function patchFile<T>(path: string, work: (file: FileBytes) => { patches: Patch[]; value: T }): T {
  const fd = openSync(path, 'r+');
  try {
    const file: FileBytes = {
      size: fstatSync(fd).size,
      read: (at, length) => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readSync(fd, bytes, 0, length, at));
      },
    };
    const { patches, value } = work(file);
    for (const patch of patches) write(fd, patch);
    return value;
  } finally {
    closeSync(fd);
  }
}

function write(fd: number, { at, bytes = Buffer.alloc(0), zeros = 0 }: Patch) {
  writeSync(fd, bytes, 0, bytes.length, at);
  for (let done = 0; done < zeros; done += BLOCK) {
    const length = Math.min(BLOCK, zeros - done);
    writeSync(fd, Buffer.alloc(length), 0, length, at + bytes.length + done);
  }
}
