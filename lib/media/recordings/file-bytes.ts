import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** A file that can be read without loading it into memory. */
export interface FileBytes {
  size: number;
  /** Reads at most `length` bytes from `at`; fewer at the end. */
  read(at: number, length: number): Buffer;
}

/** Bytes that overwrite part of a file; the file's length never changes. */
export interface Patch {
  at: number;
  bytes?: Buffer;
  /** The number of bytes set to zero, after `bytes`. */
  zeros?: number;
}

const BLOCK = 65_536;

/** Opens a file on the disk for `work`, and writes the patches that it returns. */
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
