import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';
import { makeContactSheet } from '@/tools/contact-sheet/make-contact-sheet';
import { runTool } from './run-tool';

const USAGE = `npm run contact-sheet -- [--out FOLDER]

Takes every kind of page at 360, 768 and 1280 px, light and dark, and lays them side by side: a JPEG
for each kind, in FOLDER (contact-sheet).`;

/** Makes the contact sheet. */
void runTool(async (args, cleanUp) => {
  const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) return console.log(USAGE);
  const { CHROMIUM_PATH: chromium } = process.env;
  if (!chromium) throw new OperatorError('Start this with “npm run contact-sheet”, which finds a browser.');
  const folder = resolve(values.out ?? 'contact-sheet');
  const made = await makeContactSheet(folder, chromium, cleanUp, console.log);
  console.log(`${made} contact sheets saved in ${folder}`);
});
