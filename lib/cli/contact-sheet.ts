import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';
import { compareShots, type Difference } from '@/tools/contact-sheet/compare-shots';
import { makeContactSheet } from '@/tools/contact-sheet/make-contact-sheet';
import { runTool } from './run-tool';

const USAGE = `npm run contact-sheet -- [--out FOLDER] [--compare FOLDER] [--only WORD]

Takes every kind of page at 360, 768, 1280 and 1680 px and the screens of the desk at 360 and 1280 px,
light and dark, and lays them side by side: a JPEG for each, in FOLDER (contact-sheet).
With --compare, the publication of an earlier run is shown again, and every pixel is compared with the
screens of that run. What differs is listed and marked in red; the exit code is then 1.
With --only, only screens with that word in their name.`;

/** Makes the contact sheet, and compares it with an earlier one. */
void runTool(async (args, cleanUp) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { out: text, compare: text, only: text, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  const { CHROMIUM_PATH: chromium } = process.env;
  if (!chromium) throw new OperatorError('Start this with “npm run contact-sheet”, which finds a browser.');
  const folder = resolve(values.out ?? 'contact-sheet');
  const earlier = values.compare && resolve(values.compare);
  const screens = await makeContactSheet({
    folder,
    earlier,
    only: values.only,
    chromium,
    cleanUp,
    say: console.log,
  });
  console.log(`The contact sheets are in ${folder}`);
  if (!earlier) return;
  const marked = join(folder, 'differences');
  const { compared, differences, lonely } = await compareShots(join(earlier, 'screens'), screens, marked);
  for (const difference of differences) console.log(lineOf(difference));
  const wanted = lonely.filter((name) => name.includes(values.only ?? ''));
  for (const name of wanted) console.log(`${name}: only in one of the two`);
  console.log(
    `${compared} screens compared, ${differences.length} differ${differences.length ? ` (${marked})` : ''}`,
  );
  if (differences.length + wanted.length > 0) process.exitCode = 1;
});

function lineOf({ name, pixels, within }: Difference): string {
  if (!within) return `${name}: its size differs`;
  return `${name}: ${pixels} pixels, from ${within.left},${within.top} to ${within.right},${within.bottom}`;
}
