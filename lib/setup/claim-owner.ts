import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { setupLinks, users } from '@/db/schema';
import { withPassphraseHash } from '@/lib/accounts/passphrases';
import { mayClaim } from '@/lib/accounts/policies';
import { hasOwner, isSetupLink } from '@/lib/accounts/setup-link';
import { actorOf } from '@/lib/actor';
import { type Context, command } from '@/lib/commands';
import { type Outcome, Refusal, refusable, requireValue } from '@/lib/errors';
import { because } from '@/lib/forms';
import { addAuthor } from '@/lib/labels/authors';
import { type LanguageCode, mainLanguage } from '@/lib/language/languages';
import { writeSettings } from '@/lib/posts/commands/update-site';
import { hasSamples } from '@/lib/samples/has-samples';
import { removeSamples } from '@/lib/samples/remove-samples';
import { readSite, SiteSettings } from '@/lib/settings/site';

/** The owner's details and the name of the publication. */
export const OwnerInput = z.object({
  email: z
    .email(because('notAnEmail'))
    .max(200)
    .transform((email) => email.toLowerCase()),
  passphrase: z.string(),
  name: z.string().trim().min(1, because('enterYourName')).max(200),
  publicationName: z.string().trim().min(1, because('namePublication')).max(200),
});
export type OwnerInput = z.infer<typeof OwnerInput>;

/** The owner's choices for the publication at set-up; the first language is the main one. */
export const SetUpChoices = SiteSettings.pick({ languages: true, timeZone: true }).extend({
  keepsSamples: z.boolean(),
});
export type SetUpChoices = z.infer<typeof SetUpChoices>;

interface ClaimInput extends OwnerInput {
  /** The token of the set-up link; the operator's tool, which runs on the machine, needs none. */
  token: string | null;
  /** Absent when the publication's settings stay unchanged. */
  choices?: SetUpChoices;
  /** The language in which the owner read the set-up page, kept as their admin language. */
  readsIn?: LanguageCode;
}

type Claim = Omit<ClaimInput, 'passphrase'> & { passphraseHash: string };

const claim = command('claimOwner', mayClaim, (tx, { token, choices, ...owner }: Claim, { now }) => {
  requireClaimable(tx, token, now);
  tx.delete(setupLinks).run();
  if (choices) writeSettings(tx, { languages: choices.languages, timeZone: choices.timeZone });
  const language = mainLanguage(readSite(tx));
  const userId = addUser(tx, owner, now, language);
  addAuthor(tx, { name: { [language]: owner.name }, biography: {}, userId });
  writeSettings(tx, { name: { [language]: owner.publicationName } });
  return { userId };
});

/** @throws Refusal when there is an owner already, or the set-up link has expired. */
function requireClaimable(db: Db | Tx, token: string | null, now: number): void {
  if (hasOwner(db)) throw new Refusal('conflict', 'hasOwner');
  if (token !== null && !isSetupLink(db, token, now)) throw new Refusal('forbidden', 'setupLinkExpired');
}

/**
 * Creates the owner's account and author, names the publication and removes the samples that are unwanted or
 * in a language the publication does not use, all or nothing.
 * @returns the pictures of the removed samples, whose files can now be deleted (see `removeSampleFiles`).
 */
export async function claimOwner(
  db: Db,
  input: ClaimInput,
  context: Context,
): Promise<Outcome<{ userId: number; mediaIds: string[] }>> {
  const { passphrase, ...owner } = input;
  // Before the slow hashing, which anyone could otherwise ask for.
  const claimable = refusable(() => requireClaimable(db, input.token, context.now));
  if (!claimable.ok) return claimable;
  const about = [owner.email, owner.name, owner.publicationName];
  return withPassphraseHash(passphrase, about, (passphraseHash) =>
    refusable(() =>
      db.$client
        .transaction(() => {
          const { userId } = requireValue(claim(db, { ...owner, passphraseHash }, context));
          const actor = actorOf({ id: userId, role: 'owner' });
          return { userId, mediaIds: removeUnwantedSamples(db, input.choices, { ...context, actor }) };
        })
        .immediate(),
    ),
  );
}

/** Removes declined samples and marks them as removed, so that a first start still to come adds none. */
function removeUnwantedSamples(db: Db, choices: SetUpChoices | undefined, context: Context): string[] {
  if (!choices) return [];
  const except = choices.keepsSamples ? choices.languages : [];
  if (choices.keepsSamples && !hasSamples(db, { besides: except })) return [];
  return requireValue(removeSamples(db, { except }, context)).mediaIds;
}

function addUser(tx: Tx, owner: Omit<Claim, 'token' | 'choices'>, now: number, main: LanguageCode): number {
  const { email, name, passphraseHash, readsIn = main } = owner;
  const language = readsIn === main ? null : readsIn;
  return tx
    .insert(users)
    .values({ email, name, role: 'owner', passphraseHash, language, createdAt: now })
    .returning({ id: users.id })
    .get().id;
}
