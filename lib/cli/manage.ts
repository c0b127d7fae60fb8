import { parseArgs } from 'node:util';
import { Refusal } from '@/lib/errors';
import { backup } from './manage/backup';
import { check } from './manage/check';
import { owner } from './manage/owner';
import { rebuild } from './manage/rebuild';
import { restore } from './manage/restore';
import { upgrade } from './manage/upgrade';
import type { Verb } from './manage/verb';

const verbs: Record<string, Verb> = { owner, backup, restore, rebuild, check, upgrade };

/** Runs one verb of the operator's tool; the exit code is 0 only if all of it was done. */
async function main([name, ...rest]: string[]): Promise<number> {
  const verb = name === undefined ? undefined : verbs[name];
  if (!verb) {
    const asked = name === undefined || name === '--help';
    (asked ? console.log : console.error)(overview(asked ? '' : `There is no verb “${name}”.\n`));
    return asked ? 0 : 1;
  }
  if (rest.includes('--help')) {
    console.log(`npm run manage -- ${name} ${verb.usage}\n\n${verb.help}`);
    return 0;
  }
  const { values, positionals } = parseArgs({ args: rest, options: verb.options, allowPositionals: true });
  console.log(await verb.run(values, positionals));
  return 0;
}

function overview(before: string): string {
  const lines = Object.entries(verbs).map(([name, verb]) => `  ${name.padEnd(9)}${verb.summary}`);
  return `${before}npm run manage -- <verb>   (--help after a verb says more)\n${lines.join('\n')}`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (error instanceof Refusal || isUsage) console.error(error instanceof Error ? error.message : error);
    else console.error(error);
    process.exitCode = 1;
  },
);
