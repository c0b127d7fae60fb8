import type { Metadata } from 'next';
import { LanguageOptions } from '@/components/desk/forms/language-options';
import { AddPasskey } from '@/components/desk/passkeys/add-passkey.client';
import { PasskeysSection } from '@/components/desk/passkeys/passkeys-section';
import { Button } from '@/components/desk/ui/button';
import { Field, Select, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, PageHead } from '@/components/desk/ui/page';
import { isFresh } from '@/lib/accounts/fresh-proof';
import { listPasskeys } from '@/lib/accounts/passkeys/passkeys';
import { mayManagePreviews } from '@/lib/accounts/policies';
import { listSessions, type User } from '@/lib/accounts/sessions';
import { actorOf } from '@/lib/actor';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUser, sessionToken } from '@/lib/next/session';
import { listAllPreviewLinks } from '@/lib/posts/preview/preview-links';
import { readSite } from '@/lib/settings/site';
import { chooseLanguage } from '../actions';
import { changeDetails, changePassphrase, leave } from './actions';
import { beginPasskey, finishPasskey, removePasskey } from './passkeys/actions';
import { PreviewsSection } from './previews-section';
import { SessionsSection } from './sessions-section';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.account };
}

export default async function AccountPage() {
  const user = await requireUser();
  const words = await deskWords();
  return (
    <>
      <PageHead title={words.shell.account}>
        <form action={leave}>
          <Button type="submit">{words.account.signOut}</Button>
        </form>
      </PageHead>
      <DetailsSection words={words} user={user} />
      <LanguageSection words={words} chosen={user.language} />
      <PassphraseSection words={words.account} email={user.email} />
      <PasskeysSection
        words={words}
        passkeys={listPasskeys(database(), user.id)}
        language={await deskLanguage()}
        timeZone={readSite(database()).timeZone}
        remove={removePasskey}
      >
        <AddPasskey
          begin={beginPasskey}
          finish={finishPasskey}
          needsProof={!isFresh(database(), (await sessionToken()) ?? '', Date.now())}
        />
      </PasskeysSection>
      {mayManagePreviews(actorOf(user)) && (
        <PreviewsSection
          words={words}
          links={listAllPreviewLinks(database(), Date.now())}
          language={await deskLanguage()}
        />
      )}
      <SessionsSection
        words={words}
        sessions={listSessions(database(), user.id, await sessionToken())}
        language={await deskLanguage()}
      />
    </>
  );
}

function DetailsSection({ words, user }: { words: DeskStrings; user: User }) {
  const say = words.account;
  return (
    <Card title={say.details}>
      <OutcomeForm action={changeDetails} submit={words.common.save} done={words.common.saved} tone="quiet">
        <TextField
          label={say.yourName}
          hint={say.yourNameHint}
          name="name"
          defaultValue={user.name}
          autoComplete="name"
          maxLength={200}
          required
        />
        <TextField
          label={say.email}
          name="email"
          type="email"
          defaultValue={user.email}
          autoComplete="email"
          maxLength={200}
          required
        />
        <TextField
          label={say.presentForEmail}
          name="present"
          type="password"
          autoComplete="current-password"
        />
      </OutcomeForm>
    </Card>
  );
}

function LanguageSection({ words, chosen }: { words: DeskStrings; chosen: string | null }) {
  const say = words.account;
  return (
    <Card title={say.language}>
      <OutcomeForm action={chooseLanguage} submit={words.common.save} done={words.common.saved} tone="quiet">
        <Field label={say.language} isLabelHidden hint={say.languageHint}>
          {(control) => (
            <Select {...control} name="language" defaultValue={chosen ?? ''}>
              <option value="">{say.likePublication}</option>
              <LanguageOptions />
            </Select>
          )}
        </Field>
      </OutcomeForm>
    </Card>
  );
}

function PassphraseSection({ words, email }: { words: DeskStrings['account']; email: string }) {
  return (
    <Card title={words.passphrase}>
      <OutcomeForm
        action={changePassphrase}
        submit={words.changePassphrase}
        done={words.passphraseChanged}
        isCleared
      >
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label={words.present}
          name="present"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          label={words.newPassphrase}
          name="passphrase"
          type="password"
          autoComplete="new-password"
          required
          hint={words.passphraseHint}
        />
      </OutcomeForm>
    </Card>
  );
}
