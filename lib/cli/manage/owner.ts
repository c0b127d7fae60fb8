import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Db } from '@/db/client';
import { resetOwner } from '@/lib/accounts/reset-owner';
import { hasOwner } from '@/lib/accounts/setup-link';
import { OPERATOR } from '@/lib/actor';
import { OperatorError, requireValue } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { removeSampleFiles } from '@/lib/samples/remove-samples';
import { describeDataFolder } from '@/lib/settings/data-folder';
import { environment } from '@/lib/settings/environment';
import { machineTimeZone } from '@/lib/settings/time-zones';
import { claimOwner, OwnerInput, SetUpChoices } from '@/lib/setup/claim-owner';
import { type Verb, withNewDatabase } from './verb';

const CODES = LANGUAGE_CODES.join(', ');

export const owner: Verb = {
  summary: 'create the owner’s account, or set a new passphrase for it',
  usage:
    '[--email <address>] [--name <name>] [--publication <name>] [--language <code>] [--languages <codes>] [--time-zone <zone>] [--without-samples]',
  help: `Asks for the name of the publication, your name, e-mail address and passphrase where they are not given.
The passphrase is always read from the input, never from the command line.

  --language         the main language: ${CODES} (${LANGUAGE_CODES[0]} if not given)
  --languages        all languages that are switched on, separated by commas (the main one alone if not given)
  --time-zone        such as Asia/Phnom_Penh, or UTC (this machine’s if not given)
  --without-samples  removes the sample posts

If there is an owner already, the owner gets the new passphrase and is signed out everywhere; of the options,
only --email counts then.`,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    publication: { type: 'string' },
    language: { type: 'string' },
    languages: { type: 'string' },
    'time-zone': { type: 'string' },
    'without-samples': { type: 'boolean' },
  },
  run: (values) =>
    withNewDatabase('owner', async (db) => {
      const ask = questions();
      const given = (name: string) => (typeof values[name] === 'string' ? values[name] : null);
      try {
        if (hasOwner(db)) {
          const passphrase = await ask.next('New passphrase: ');
          const { email } = requireValue(
            await resetOwner(db, { passphrase, email: given('email') }, { actor: OPERATOR, now: Date.now() }),
          );
          return `The passphrase of ${email} was changed. All sessions were signed out.`;
        }
        // Wrong options are reported before any question.
        const choices = choicesIn(given, values['without-samples'] !== true);
        const person = requireForm(OwnerInput, {
          publicationName: given('publication') ?? (await ask.next('Publication name: ')),
          name: given('name') ?? (await ask.next('Your name: ')),
          email: given('email') ?? (await ask.next('E-mail address: ')),
          passphrase: await ask.next('Passphrase: '),
        });
        return await makeOwner(db, person, choices);
      } finally {
        ask.close();
      }
    }),
};

async function makeOwner(db: Db, person: OwnerInput, choices: SetUpChoices): Promise<string> {
  const settings = environment();
  const input = { ...person, choices, token: null };
  const { mediaIds } = requireValue(await claimOwner(db, input, { actor: OPERATOR, now: Date.now() }));
  await removeSampleFiles(join(settings.dataDir, 'media'), mediaIds);
  return [`${person.email} can sign in now.`, ...describeDataFolder(settings)].join('\n');
}

/** Puts the main language first, whether or not `--languages` contains it. */
function choicesIn(given: (name: string) => string | null, keepsSamples: boolean): SetUpChoices {
  const listed = (given('languages') ?? '').split(/[\s,]+/).filter(Boolean);
  const languages = [...new Set([given('language') ?? listed[0] ?? LANGUAGE_CODES[0], ...listed])];
  const unknown = languages.find((code) => !LANGUAGE_CODES.some((known) => known === code));
  if (unknown) throw new OperatorError(`Unknown language “${unknown}”. Choose from ${CODES}.`);
  const timeZone = given('time-zone') ?? machineTimeZone();
  return requireForm(SetUpChoices, { languages, timeZone, keepsSamples });
}

/** Reads one answer per line, from a person or a pipe. */
function questions() {
  const reader = createInterface({ input: process.stdin });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async next(question: string): Promise<string> {
      process.stdout.write(question);
      const { value, done } = await lines.next();
      if (done) throw new OperatorError('The input ended before every question was answered.');
      return String(value);
    },
    close: () => reader.close(),
  };
}
