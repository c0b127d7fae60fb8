import { eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { requireUserId } from '@/lib/actor';
import { command } from '@/lib/commands';
import type { LanguageCode } from '@/lib/language/languages';
import { hasAccount } from './policies';

/** Sets a person's admin language; null follows the publication. */
export const setUserLanguage = command(
  'setUserLanguage',
  hasAccount,
  (tx, { language }: { language: LanguageCode | null }, { actor }) => {
    tx.update(users)
      .set({ language })
      .where(eq(users.id, requireUserId(actor)))
      .run();
    return {};
  },
);
