import { damagedRecording } from './damaged-recording';
import type { FileBytes, NewFile } from './file-bytes';

/** The chunks that are kept, and the largest size of each: programs write notes, places and names into others. */
const KEPT: Record<string, number> = { 'fmt ': 40, fact: 4, data: Number.POSITIVE_INFINITY };
const MOST_CHUNKS = 10_000;
const CHUNK_HEAD = 8;

interface Chunk {
  name: string;
  at: number;
  bytes: number;
}

/**
 * Copies the audio of a WAV and its description, and nothing else.
 * @throws Refusal `invalid` when there is no audio.
 */
export function rewriteWav(source: FileBytes, target: NewFile): void {
  const chunks = keptChunks(source);
  const names = chunks.map(({ name }) => name);
  if (!names.includes('fmt ') || !names.includes('data')) throw damagedRecording();
  const size = chunks.reduce((sum, { bytes }) => sum + CHUNK_HEAD + bytes + (bytes % 2), 4);
  target.write(Buffer.concat([Buffer.from('RIFF'), uint32(size), Buffer.from('WAVE')]));
  for (const { name, at, bytes } of chunks) {
    target.write(Buffer.concat([Buffer.from(name), uint32(bytes)]));
    target.copy(source, at, bytes);
    target.write(Buffer.alloc(bytes % 2));
  }
}

function keptChunks(source: FileBytes): Chunk[] {
  const chunks = new Map<string, Chunk>();
  let at = 12;
  for (let count = 0; at + CHUNK_HEAD <= source.size; count += 1) {
    if (count > MOST_CHUNKS) throw damagedRecording();
    const head = source.read(at, CHUNK_HEAD);
    const name = head.toString('latin1', 0, 4);
    const length = Math.min(head.readUInt32LE(4), source.size - at - CHUNK_HEAD);
    const most = KEPT[name];
    if (most !== undefined && !chunks.has(name)) {
      chunks.set(name, { name, at: at + CHUNK_HEAD, bytes: Math.min(length, most) });
    }
    at += CHUNK_HEAD + length + (length % 2);
  }
  return [...chunks.values()];
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
