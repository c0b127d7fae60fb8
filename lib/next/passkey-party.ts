import type { Party } from '@/lib/accounts/passkeys/ceremonies';
import { localText } from '@/lib/language/languages';
import { environment } from '@/lib/settings/environment';
import { secret } from '@/lib/settings/secrets';
import { readSite } from '@/lib/settings/site';
import { database } from './database';
import { deskLanguage } from './desk-language';

/** Returns the publication as passkeys know it. */
export async function passkeyParty(): Promise<Party> {
  const { siteUrl, dataDir } = environment();
  const name = localText(readSite(database()).name, await deskLanguage());
  return { siteUrl, name, secret: secret(dataDir, 'session') };
}
