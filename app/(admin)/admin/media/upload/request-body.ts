import { Refusal } from '@/lib/errors';
import { MAX_FILE_BYTES } from '@/lib/media/inspect-picture';

const HEAD_BYTES = 16;

/** Yields the body of a request as it arrives. */
export async function* pieces(request: Request): AsyncIterable<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** Returns the first bytes of a stream, and the whole stream including these bytes. */
export async function startOf(
  coming: AsyncIterable<Uint8Array>,
): Promise<{ start: Buffer; all: AsyncIterable<Uint8Array> }> {
  const iterator = coming[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  return { start, all: following(start, iterator) };
}

async function* following(start: Buffer, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * Reads the whole stream into memory. Its length may have been announced wrongly, or not at all.
 * @param announced its length, in bytes: memory for it is taken once.
 * @throws Refusal `invalid` as soon as it is longer than a picture may be.
 */
export async function wholeOf(coming: AsyncIterable<Uint8Array>, announced: number): Promise<Buffer> {
  let whole = Buffer.allocUnsafeSlow(Math.min(announced, MAX_FILE_BYTES));
  let bytes = 0;
  for await (const part of coming) {
    if (bytes + part.byteLength > MAX_FILE_BYTES) throw new Refusal('invalid', 'pictureOver30');
    if (bytes + part.byteLength > whole.length)
      whole = Buffer.concat([whole], longer(bytes + part.byteLength));
    whole.set(part, bytes);
    bytes += part.byteLength;
  }
  return whole.subarray(0, bytes);
}

const longer = (bytes: number) => Math.min(2 * bytes, MAX_FILE_BYTES);
