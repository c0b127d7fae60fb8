import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OperatorError } from '@/lib/errors';
import { openBrowser } from '@/tools/running/browser';
import { measureStandIns, type Script } from '@/tools/stand-ins/measure-stand-ins';
import { runTool } from './run-tool';

const USAGE = `npm run stand-ins -- --fonts FOLDER [--script latin]

Measures the typefaces in a folder against ours, and prints the figures with which each can stand in
until ours has loaded (app/(reader)/faces.css).

  --fonts FOLDER   typefaces of a system, as .ttf, .otf or .woff2
  --script NAME    khmer (the default) or latin`;

void runTool(async (args, cleanUp) => {
  const options = {
    fonts: { type: 'string' },
    script: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) return console.log(USAGE);
  const { fonts: folder, script = 'khmer' } = values;
  if (!folder || !existsSync(folder)) throw new OperatorError('--fonts takes a folder with typefaces.');
  if (!isScript(script)) throw new OperatorError('--script takes khmer or latin.');
  const chromium = process.env.CHROMIUM_PATH;
  if (!chromium) throw new OperatorError('Start this with “npm run stand-ins”, which finds a browser.');
  const browser = await openBrowser({ tools: { chromium }, cleanUp });
  for (const line of await measureStandIns(browser, folder, script)) console.log(line);
});

function isScript(name: string): name is Script {
  return name === 'khmer' || name === 'latin';
}
