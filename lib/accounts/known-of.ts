import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { readSite } from '@/lib/settings/site';

/** Returns what others know of a person, and what a new passphrase must not be made of: names, e-mail address, publication. */
export function knownOf(db: Db, userId: number): string[] {
  const user = db.select().from(users).where(eq(users.id, userId)).get();
  return [user?.email ?? '', user?.name ?? '', ...Object.values(readSite(db).name)];
}
