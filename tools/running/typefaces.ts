import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { subsetFaces } from '@/lib/formats/editions/subset-faces';

const NOTO = '@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2';
const FIRST = 0x1780;
const LAST = 0x17ff;
const REGULAR = { min: 400, max: 400 };

/** Returns the Khmer typeface of Android, at its weights or only at the regular one, as systems read it. */
export async function phoneTypeface(weights: typeof REGULAR | null = null): Promise<Buffer> {
  const letters = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCodePoint(FIRST + index));
  const font = readFileSync(createRequire(import.meta.url).resolve(NOTO));
  const [face] = await subsetFaces([{ font, characters: letters.join(''), weights }], 'truetype');
  if (!face) throw new Error('The typeface was not cut.');
  return face;
}

/**
 * Returns the environment of a browser that has these typefaces, and those of the system that are not made for
 * Khmer, by the names of their files. Only on Linux, where machines without Khmer fonts exist; other systems have
 * their own.
 * @param folder an empty or new one, where the typefaces are put; it must exist as long as the browser.
 * @see https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html
 */
export function withTypefaces(folder: string, typefaces: Buffer[]): NodeJS.ProcessEnv {
  if (process.platform !== 'linux') return process.env;
  mkdirSync(folder, { recursive: true });
  for (const [index, face] of typefaces.entries()) writeFileSync(join(folder, `${index}.ttf`), face);
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
  <selectfont>
    <acceptfont><glob>${folder}/*</glob></acceptfont>
    <rejectfont><glob>*Khmer*</glob><glob>*khmer*</glob></rejectfont>
  </selectfont>
</fontconfig>
`;
}
