import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { claimOwner } from '@/lib/setup/claim-owner';
import { openBrowser, signIn } from '@/tools/running/browser';
import type { CleanUp } from '@/tools/running/clean-up';
import { OWNER_CLAIM } from '@/tools/running/owner';
import { Server } from '@/tools/running/server';
import { deskScreens } from './desk-screens';
import { kindsOfPages } from './kinds-of-pages';
import { laySheet } from './lay-sheet';
import { deskShots, readerShots, type Shot } from './take-shots';

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
 * Takes screenshots of every kind of page of a publication with samples and of the key screens of its desk, in narrow
 * and wide windows in both schemes.
 * @returns the folder of the screenshots. The sheets are next to it, a JPEG for each screen; the publication too.
 */
export async function makeContactSheet({
  folder,
  earlier,
  only = '',
  chromium,
  cleanUp,
  say,
}: Options): Promise<string> {
  const shotsDir = join(folder, 'screens');
  // What an earlier run left there would be compared as if it were of this one.
  if (!only)
    for (const old of ['screens', 'differences']) rmSync(join(folder, old), { recursive: true, force: true });
  mkdirSync(shotsDir, { recursive: true, mode: 0o700 });
  const dataDir = mkdtempSync(join(tmpdir(), 'broadside-sheet-'));
  cleanUp.later(() => rmSync(dataDir, { recursive: true, force: true }));
  const publication = await openPublication(dataDir, { folder, earlier, cleanUp, say });
  const browser = await openBrowser({ tools: { chromium }, cleanUp });
  const owner = await signIn(browser, publication.url);
  const isWanted = ({ name }: { name: string }) => name.includes(only);
  const save = async (name: string, shots: Shot[]) => {
    for (const shot of shots) writeFileSync(join(shotsDir, `${shot.name}.png`), shot.png);
    await laySheet(shots, join(folder, `${name}.jpg`));
  };
  for (const screen of publication.pages.filter(isWanted)) {
    say(screen.name);
    await save(screen.name, await readerShots(browser, publication.url, screen));
  }
  for (const screen of publication.screens.filter(isWanted)) {
    say(screen.name);
    await save(screen.name, await deskShots(browser, publication.url, screen, owner));
  }
  return shotsDir;
}

/** Starts the publication of an earlier run, or a new one with samples and an owner, which is kept for later runs. */
async function openPublication(
  dataDir: string,
  { folder, earlier, cleanUp, say }: Omit<Options, 'chromium' | 'only'>,
) {
  const kept = join(folder, 'publication');
  const known = earlier ? join(earlier, 'publication') : kept;
  if (existsSync(known)) cpSync(known, dataDir, { recursive: true });
  else say('Starting a publication with samples…');
  const server = await Server.start(dataDir, cleanUp, { env: { DESIGN_PAGE: 'on' } });
  const db = openDatabase(join(dataDir, 'broadside.db'));
  if (!existsSync(known)) {
    requireValue(await claimOwner(db, OWNER_CLAIM, { actor: OPERATOR, now: Date.now() }));
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(dataDir, kept, { recursive: true });
  }
  const screens = { pages: kindsOfPages(db), screens: deskScreens(db) };
  db.$client.close();
  return { url: server.url, ...screens };
}
