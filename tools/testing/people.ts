import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { hashToken } from '@/lib/accounts/tokens';

let serial = 0;

/** How a built person differs from an ordinary one. */
interface UserOverrides {
  email?: string;
  role?: 'owner' | 'author';
  passphraseHash?: string;
}

/** Builds a person with an account that nobody can sign in to, unless a hash is given. @returns the account's id. */
export function buildUser(db: Db, overrides: UserOverrides = {}): number {
  serial += 1;
  const person = {
    email: `person-${serial}@example.org`,
    name: `Person ${serial}`,
    role: 'owner' as const,
    passphraseHash: hashToken('none'),
    createdAt: 1,
    ...overrides,
  };
  return db.insert(users).values(person).returning({ id: users.id }).get().id;
}
