import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { openToOthers } from '@/tools/testing/modes';
import { beginningFolder, FIRST_START, type FirstStart, ownerStateFile } from './beginnings';
import { launchOptions } from './launch-options';
import { setUp } from './owner';
import { Publication } from './publication';

/**
 * Starts a publication for the first time and creates its owner with the form, once before all tests. Copying its
 * folder then takes milliseconds, while drawing the samples takes ten seconds.
 * @returns what removes it again.
 */
export default async function makeBeginnings(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-beginnings-'));
  process.env.E2E_BEGINNINGS = folder;
  const publication = await Publication.start('nothing');
  try {
    await publication.stop();
    const { output, dataDir, url } = publication;
    const firstStart: FirstStart = { output, dataDir, url, openToOthers: openToOthers(dataDir) };
    writeFileSync(join(folder, FIRST_START), JSON.stringify(firstStart));
    cpSync(dataDir, beginningFolder('samples'), { recursive: true });
    await publication.resume();
    await makeOwner(publication);
    await publication.stop();
    cpSync(publication.dataDir, beginningFolder('owner'), { recursive: true });
  } finally {
    await publication.dispose();
  }
  return () => rmSync(folder, { recursive: true, force: true });
}

async function makeOwner(publication: Publication): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await setUp(page, publication.setupLink());
    await page.context().storageState({ path: ownerStateFile() });
  } finally {
    await browser.close();
  }
}
