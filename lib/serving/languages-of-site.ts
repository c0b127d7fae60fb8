import type { Db } from '@/db/client';
import { withoutRecording } from '@/db/recorded-queries';
import type { LanguageCode } from '@/lib/language/languages';
import { readSite } from '@/lib/settings/site';

/**
 * Returns the languages of the publication, the main one first, read once per content version. Pages do not have
 * this among their queries: each reads the settings itself, and so is rendered again when the languages change.
 */
export function languagesOfSite(db: Db, currentVersion: () => number): () => readonly LanguageCode[] {
  let languages: readonly LanguageCode[] = [];
  let knownVersion: number | null = null;
  return () => {
    const version = currentVersion();
    if (version !== knownVersion) languages = withoutRecording(() => readSite(db).languages);
    knownVersion = version;
    return languages;
  };
}
