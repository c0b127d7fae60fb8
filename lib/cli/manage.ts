import { parseArgs } from 'node:util';
import { describeDataFolder } from '@/lib/settings/data-folder';
import { manageCommand } from '@/lib/settings/operator-commands';
import { keepFilesPrivate } from '@/lib/settings/private-files';
import { readSettings } from '@/lib/settings/read-settings';
import { WrongSetting } from '@/lib/settings/wrong-setting';
import { backup } from './manage/backup';
import { check } from './manage/check';
import { compact } from './manage/compact';
import { moveData } from './manage/move-data';
import { owner } from './manage/owner';
import { rebuild } from './manage/rebuild';
import { restore } from './manage/restore';
import { upgrade } from './manage/upgrade';
import type { Verb } from './manage/verb';
import { operatorMessage } from './operator-message';

const verbs: Record<string, Verb> = {
  owner,
  backup,
  restore,
  upgrade,
  'move-data': moveData,
  rebuild,
  check,
  compact,
};

/** Runs one verb of the operator's tool; the exit code is 0 only if all of it was done. */
async function main([name, ...rest]: string[]): Promise<number> {
  keepFilesPrivate();
  const verb = name === undefined ? undefined : verbs[name];
  if (!verb) {
    const asked = name === undefined || name === '--help';
    (asked ? console.log : console.error)(overview(asked ? '' : `Unknown verb “${name}”.\n`));
    return asked ? 0 : 1;
  }
  if (rest.includes('--help')) {
    console.log(`${manageCommand(`${name} ${verb.usage}`)}\n\n${verb.help}`);
    return 0;
  }
  readSettings();
  const { values, positionals } = parseArgs({ args: rest, options: verb.options, allowPositionals: true });
  console.log(await verb.run(values, positionals));
  return 0;
}

function overview(before: string): string {
  const lines = Object.entries(verbs).map(([name, verb]) => `  ${name.padEnd(11)}${verb.summary}`);
  const place = placeOfData();
  return `${before}${manageCommand('<verb>')}   (add --help to a verb for details)\n${lines.join('\n')}\n\n${place}`;
}

/** Returns the data folder, or what is wrong with the settings that name it, so that help works with wrong settings. */
function placeOfData(): string {
  try {
    return describeDataFolder(readSettings()).join('\n');
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(operatorMessage(error));
    process.exitCode = 1;
  },
);
