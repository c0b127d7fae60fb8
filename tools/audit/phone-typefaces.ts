import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { subsetFaces } from '@/lib/formats/editions/subset-faces';

const NOTO = '@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2';
const FIRST = 0x1780;
const LAST = 0x17ff;

/**
 * Gives a browser started with this environment the Khmer typeface of Android, on a machine that may have none: the
 * audit judges how a page looks and moves on a phone. Only on Linux, where machines without Khmer fonts exist; other
 * systems have their own.
 * @param folder where the typeface is put; it must exist as long as the browser.
 * @see https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html
 */
export async function withPhoneTypefaces(folder: string): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux') return process.env;
  const letters = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCodePoint(FIRST + index));
  const font = readFileSync(createRequire(import.meta.url).resolve(NOTO));
  const faces = await subsetFaces([{ font, characters: letters.join(''), weights: null }], 'truetype');
  for (const face of faces) writeFileSync(join(folder, 'noto-sans-khmer.ttf'), face);
  const settings = join(folder, 'typefaces.conf');
  writeFileSync(settings, settingsFor(folder, process.env.FONTCONFIG_FILE ?? '/etc/fonts/fonts.conf'));
  return { ...process.env, FONTCONFIG_FILE: settings };
}

function settingsFor(folder: string, ofSystem: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">${ofSystem}</include>
  <dir>${folder}</dir>
</fontconfig>
`;
}
