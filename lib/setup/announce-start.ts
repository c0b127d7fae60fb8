import type { Db } from '@/db/client';
import { createSetupLink, hasOwner } from '@/lib/accounts/setup-link';
import { adminPath } from '@/lib/addresses';
import { localText, mainLanguage } from '@/lib/language/languages';
import { describeDataFolder } from '@/lib/settings/data-folder';
import type { Environment } from '@/lib/settings/environment';
import { noteProgram } from '@/lib/settings/former-program';
import { readSite } from '@/lib/settings/site';

/** Tells the operator where the publication is, where its data is and, before there is an account, how to set it up. */
export function announceStart(db: Db, settings: Environment, say: (sentence: string) => void): void {
  const { siteUrl } = settings;
  say(`Broadside runs at ${siteUrl}`);
  for (const sentence of describeDataFolder(settings)) say(sentence);
  const former = noteProgram(settings);
  if (former && !settings.isDataDirSet) say(sentenceOfTakeover(db, former));
  if (hasOwner(db)) return;
  const link = siteUrl + adminPath('setup', { token: createSetupLink(db, Date.now()) });
  say(`Set up your publication with this link, which works once: ${link}`);
}

/**
 * Archives in one folder share a data folder, which is right for two versions but not for two publications.
 */
function sentenceOfTakeover(db: Db, former: string): string {
  const site = readSite(db);
  const publication = localText(site.name, mainLanguage(site));
  return `This is the publication “${publication}”, which ${former} served before. For a different publication, set DATA_DIR to a separate folder.`;
}
