import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { PRIVATE_FILE } from '@/lib/settings/private-files';

/** A file that can be read without loading it into memory. */
export interface FileBytes {
  size: number;
  /** Reads at most `length` bytes from `at`; fewer at the end. */
  read(at: number, length: number): Buffer;
}

/** A file that is written from its beginning to its end. */
export interface NewFile {
  size: number;
  write(bytes: Uint8Array): void;
  /** Writes a part of another file. */
  copy(from: FileBytes, at: number, length: number): void;
}

const BLOCK_BYTES = 1024 * 1024;

/** Lets `work` read one file and write another one, which must not exist yet. Blocks: for worker threads. */
export function rewriteFile<T>(from: string, to: string, work: (source: FileBytes, target: NewFile) => T): T {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', PRIVATE_FILE);
    try {
      const file = newFile(target);
      const value = work(bytesOf(source), file);
      file.flush();
      return value;
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/** Reads an open file. In blocks, because most reads are of a few bytes that follow each other. */
export function bytesOf(fd: number): FileBytes {
  let block = { at: 0, bytes: Buffer.alloc(0) };
  return {
    size: fstatSync(fd).size,
    read(at, length) {
      if (at < block.at || at + length > block.at + block.bytes.length) {
        // A new buffer each time: earlier results are parts of the earlier one.
        const bytes = Buffer.alloc(Math.max(BLOCK_BYTES, length));
        block = { at, bytes: bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, at)) };
      }
      return block.bytes.subarray(at - block.at, at - block.at + length);
    },
  };
}

function newFile(fd: number): NewFile & { flush(): void } {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const file = {
    size: 0,
    write(bytes: Uint8Array) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      file.size += bytes.length;
      if (waitingBytes >= BLOCK_BYTES) file.flush();
    },
    copy(from: FileBytes, at: number, length: number) {
      for (let done = 0; done < length; ) {
        const part = from.read(at + done, Math.min(BLOCK_BYTES, length - done));
        if (part.length === 0) throw new Error('The file ended while it was copied.');
        file.write(part);
        done += part.length;
      }
    },
    flush() {
      const bytes = Buffer.concat(waiting);
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
      waiting = [];
      waitingBytes = 0;
    },
  };
  return file;
}
