import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Refusal } from '@/lib/errors';

const UNPACKERS = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
};

/**
 * Decompresses the bytes of an answer; it stops at `maxBytes`, so that a small answer cannot fill the memory.
 * @throws Refusal `invalid` when it would be larger, or uses a compression that we did not ask for.
 */
export async function decompress(
  packed: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity' || name === '') return packed;
  if (!Object.hasOwn(UNPACKERS, name)) {
    throw new Refusal('invalid', 'unsupportedCompression');
  }
  try {
    return await UNPACKERS[name as keyof typeof UNPACKERS](packed, { maxOutputLength: maxBytes });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const refusal = new Refusal('invalid', isTooLarge ? 'answerTooLarge' : 'answerDamaged');
    refusal.cause = error;
    throw refusal;
  }
}
