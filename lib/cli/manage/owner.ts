import { createInterface } from 'node:readline/promises';
import { claimOwner, OwnerInput, resetOwner } from '@/lib/auth/owner';
import { hasOwner } from '@/lib/auth/setup-link';
import { Refusal, requireValue } from '@/lib/errors';
import { type Verb, withNewDatabase } from './verb';

export const owner: Verb = {
  summary: 'make the owner’s account, or give it a new passphrase',
  usage: '[--email <address>] [--name <name>] [--publication <name>]',
  help: 'Asks for what is not given. The passphrase is always read from the input, never from the command line.\nAn owner who exists gets the new passphrase and is signed out everywhere.',
  options: { email: { type: 'string' }, name: { type: 'string' }, publication: { type: 'string' } },
  run: (values) =>
    withNewDatabase(async (db) => {
      const context = { userId: null, now: Date.now() };
      const ask = questions();
      try {
        const given = (name: string) => (typeof values[name] === 'string' ? values[name] : null);
        if (hasOwner(db)) {
          const passphrase = await ask.next('New passphrase: ');
          const { email } = requireValue(
            await resetOwner(db, { passphrase, email: given('email') }, context),
          );
          return `${email} has the new passphrase. Every browser was signed out.`;
        }
        const parsed = OwnerInput.safeParse({
          publicationName: given('publication') ?? (await ask.next('Name of the publication: ')),
          name: given('name') ?? (await ask.next('Your name: ')),
          email: given('email') ?? (await ask.next('E-mail address: ')),
          passphrase: await ask.next('Passphrase: '),
        });
        if (!parsed.success)
          throw new Refusal('invalid', parsed.error.issues.map((issue) => issue.message).join(' '));
        requireValue(await claimOwner(db, { ...parsed.data, token: null }, context));
        return `${parsed.data.email} can sign in now.`;
      } finally {
        ask.close();
      }
    }),
};

/** Reads one answer a line; works the same for a person and for a pipe. */
function questions() {
  const reader = createInterface({ input: process.stdin });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async next(question: string): Promise<string> {
      process.stdout.write(question);
      const { value, done } = await lines.next();
      if (done) throw new Refusal('invalid', 'The input ended before all was answered.');
      return String(value);
    },
    close: () => reader.close(),
  };
}
