import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

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

let last: Promise<unknown> = Promise.resolve();

/** Reduces each font to its characters. One job runs at a time, on one core. */
export function subsetFaces(faces: FaceToCut[], format: FontFormat = 'woff2'): Promise<Buffer[]> {
  const cut = () => cutInThread(faces, format);
  const work = last.then(cut, cut);
  last = work;
  return work;
}

async function cutInThread(faces: FaceToCut[], format: FontFormat): Promise<Buffer[]> {
  if (faces.length === 0) return [];
  const workerData = { faces, format };
  const worker = new Worker(new URL('./subset-worker.mjs', import.meta.url), { workerData });
  // Rejects with the error that the thread threw.
  const [cut] = (await once(worker, 'message')) as [Uint8Array[]];
  return cut.map((font) => Buffer.from(font));
}
