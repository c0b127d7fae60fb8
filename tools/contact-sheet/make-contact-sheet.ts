import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDatabase } from '@/db/client';
import { createSetupLink } from '@/lib/accounts/setup-link';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { updateSite } from '@/lib/posts/commands/update-site';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { claimOwner } from '@/lib/setup/claim-owner';
import { openBrowser, signIn } from '@/tools/running/browser';
import type { CleanUp } from '@/tools/running/clean-up';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { Server } from '@/tools/running/server';
import { deskScreens } from './desk-screens';
import { growPublication } from './grown/grow-publication';
import { grownPages, WHOLE_FRONTS } from './grown-pages';
import { kindsOfPages, otherForms } from './kinds-of-pages';
import { laySheet } from './lay-sheet';
import { readerScreens } from './reader-screens';
import { deskShots, readerShots, type Screen, type Shot } from './take-shots';

interface Options {
  /** Where everything goes. */
  folder: string;
  /** The folder of an earlier run whose publication is shown again, so that only looks can differ. */
  earlier?: string;
  /** A word in the names of the screens to take; all by default. */
  only?: string;
  chromium: string;
  cleanUp: CleanUp;
  say: (sentence: string) => void;
}

/**
 * Takes screenshots of every kind of page of a grown publication and of its desk, in narrow and wide windows in both
 * schemes.
 * @returns the folder of the screenshots. The sheets are next to it, a JPEG for each screen; the publication too.
 */
export async function makeContactSheet(options: Options): Promise<string> {
  const { folder, only = '', chromium, cleanUp, say } = options;
  const shotsDir = join(folder, 'screens');
  // What an earlier run left there would be compared as if it were of this one.
  if (!only)
    for (const old of ['screens', 'differences']) rmSync(join(folder, old), { recursive: true, force: true });
  mkdirSync(shotsDir, { recursive: true, mode: 0o700 });
  const { db, url } = await openPublication(options);
  const browser = await openBrowser({ tools: { chromium }, cleanUp });
  const owner = await signIn(browser, url);
  const take = async (screens: Screen[], shotsOf: (screen: Screen) => Promise<Shot[]>) => {
    for (const screen of screens.filter(({ name }) => name.includes(only))) {
      say(screen.name);
      const shots = await shotsOf(screen);
      for (const shot of shots) writeFileSync(join(shotsDir, `${shot.name}.png`), shot.png);
      await laySheet(shots, join(folder, `${screen.name}.jpg`));
    }
  };
  const forReaders = (screen: Screen) => readerShots(browser, url, screen);
  const pages = [...kindsOfPages(db), ...otherForms(db), ...grownPages(db), ...readerScreens(db)];
  await take(pages, forReaders);
  await take(deskScreens(db), (screen) => deskShots(browser, url, screen, owner));
  await take([{ name: 'sign-in', path: '/admin/sign-in' }], forReaders);
  // What changes the publication comes last.
  requireValue(updateSite(db, { hasWholePosts: true }, { actor: OPERATOR, now: Date.now() }));
  await take(WHOLE_FRONTS, forReaders);
  await take(setUpScreens(db), forReaders);
  return shotsDir;
}

/** Starts the publication of an earlier run, or a new one with an owner, which is kept for later runs. */
async function openPublication({ folder, earlier, cleanUp, say }: Options): Promise<{ db: Db; url: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadside-sheet-'));
  cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
  const kept = join(folder, 'publication');
  const known = earlier ? join(earlier, 'publication') : kept;
  const isNew = !existsSync(known);
  if (isNew) say('Starting a publication with samples…');
  else cpSync(known, dataDir, { recursive: true });
  const server = await Server.start(dataDir, cleanUp, { env: { DESIGN_PAGE: 'on' } });
  const db = openDatabase(join(dataDir, 'broadside.db'));
  cleanUp.later(() => void db.$client.close());
  if (!isNew) return { db, url: server.url };
  say('Adding what a publication has after some years…');
  const now = Date.now();
  requireValue(await claimOwner(db, OWNER_CLAIM, { actor: OPERATOR, now }));
  cleanUp.later(closeSharedPools);
  await growPublication({ db, mediaDir: join(dataDir, 'media'), now });
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(dataDir, kept, { recursive: true });
  return { db, url: server.url };
}

/** Takes the owner away, so that there is a set-up page again. */
function setUpScreens(db: Db): Screen[] {
  db.$client.prepare("delete from users where role = 'owner'").run();
  const token = createSetupLink(db, Date.now());
  return LANGUAGE_CODES.map((language) => ({
    name: `set-up-${language}`,
    path: `/admin/setup?token=${token}&language=${language}`,
  }));
}
