import { join } from 'node:path';
import { type PoolLimits, type Work, WorkerPool } from './worker-pool';
import { WORKERS } from './workers.mjs';

/** The names of workers. */
export type WorkerName = keyof typeof WORKERS;

/** Next's bundle and the server's have modules of their own, and development loads them again and again. */
const holder = globalThis as typeof globalThis & { broadsidePools?: Map<string, WorkerPool<never>> };

/**
 * Returns the only pool of this process for a worker; the first call decides the limits.
 * `W` is the type of the worker's default export: `typeof import('./name-worker').default`.
 */
export function sharedPool<W extends Work>(name: WorkerName, limits: PoolLimits): WorkerPool<W> {
  holder.broadsidePools ??= new Map();
  const known = holder.broadsidePools.get(name);
  if (known) return known as WorkerPool<W>;
  const pool = new WorkerPool<W>(workerFile(name), limits);
  holder.broadsidePools.set(name, pool as WorkerPool<never>);
  return pool;
}

/** Ends the threads of shared pools that have nothing to do. They take some 40 MiB, which a large picture needs more. */
export async function endIdleThreads(): Promise<void> {
  await Promise.all([...(holder.broadsidePools?.values() ?? [])].map((pool) => pool.endIdle()));
}

/** Ends the threads of all shared pools, before the process ends. */
export async function closeSharedPools(): Promise<void> {
  const pools = [...(holder.broadsidePools?.values() ?? [])];
  holder.broadsidePools?.clear();
  await Promise.all(pools.map((pool) => pool.close()));
}

/** Returns the worker's bundle in a release, or its source in a clone that is the working folder. */
function workerFile(name: WorkerName): string {
  const release = process.env.BROADSIDE_RELEASE;
  return release ? join(release, 'server', `${name}-worker.mjs`) : join(process.cwd(), WORKERS[name]);
}
