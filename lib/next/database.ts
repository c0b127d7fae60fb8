import { join } from 'node:path';
import { type Db, openDatabase } from '@/db/client';
import { environment } from '@/lib/settings/environment';

const holder = globalThis as typeof globalThis & { broadsideDatabase?: Db };

/**
 * Returns the one connection that pages, actions and handlers share; kept across hot reloads. It never waits
 * for a lock: writes go through `whenFree`.
 */
export function database(): Db {
  holder.broadsideDatabase ??= openDatabase(join(environment().dataDir, 'broadside.db'), { waitMs: 0 });
  return holder.broadsideDatabase;
}
