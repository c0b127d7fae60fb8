import { eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { command } from '@/lib/commands';
import type { LanguageCode } from '@/lib/language/languages';

/** The language in which a person sees the author's side; null follows the publication. */
export const setUserLanguage = command(
  'setUserLanguage',
  (tx, { language }: { language: LanguageCode | null }, { userId }) => {
    tx.update(users)
      .set({ language })
      .where(eq(users.id, userId ?? 0))
      .run();
    return {};
  },
);
