import { sharedPool } from '@/lib/process/shared-pools';
import type { PoolLimits } from '@/lib/process/worker-pool';
import type cutFaces from './subset-worker.mjs';

/** A font to reduce. */
export interface FaceToCut {
  font: Buffer;
  /** Every character that the page sets in it. */
  characters: string;
  /** The weights to keep of a variable font; null for a font with a single weight. */
  weights: { min: number; max: number } | null;
}

/** Browsers read the small format, systems only the plain one. */
export type FontFormat = 'woff2' | 'truetype';

/** What the thread is given. */
export interface SubsetTask {
  faces: FaceToCut[];
  format: FontFormat;
}

/** One job at a time, on one core. A copy is not worth a longer wait than this line's. */
const LIMITS: PoolLimits = {
  threads: 1,
  longestLine: 32,
  longestMs: 30_000,
  heapMiB: 128,
  isPure: true,
};

/**
 * Reduces each font to its characters, in a thread.
 * @throws WorkerPoolError when too many wait or it takes too long.
 */
export async function subsetFaces(faces: FaceToCut[], format: FontFormat = 'woff2'): Promise<Buffer[]> {
  if (faces.length === 0) return [];
  const cut = await sharedPool<typeof cutFaces>('subset', LIMITS).run({ faces, format });
  return cut.map((font) => Buffer.from(font));
}
