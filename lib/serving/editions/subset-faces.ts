import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A font to cut down. */
export interface FaceToCut {
  font: Buffer;
  /** Every character that is set in it. */
  characters: string;
  /** The weights to keep of a variable font; null for one that has a single weight. */
  weights: { min: number; max: number } | null;
}

let last: Promise<unknown> = Promise.resolve();

/** The fonts as WOFF2, each with the characters wanted of it. One such work at a time, on one core. */
export function subsetFaces(faces: FaceToCut[]): Promise<Buffer[]> {
  const work = last.then(
    () => cutInThread(faces),
    () => cutInThread(faces),
  );
  last = work;
  return work;
}

async function cutInThread(faces: FaceToCut[]): Promise<Buffer[]> {
  if (faces.length === 0) return [];
  const worker = new Worker(new URL('./subset-worker.mjs', import.meta.url), { workerData: faces });
  // Rejects with what the thread threw.
  const [cut] = (await once(worker, 'message')) as [Uint8Array[]];
  return cut.map((font) => Buffer.from(font));
}
