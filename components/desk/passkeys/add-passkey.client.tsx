'use client';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import type { Answer } from '@/lib/errors';

interface Props {
  begin: (proof: { present: string }) => Promise<Answer<PublicKeyCredentialCreationOptionsJSON>>;
  finish: (response: unknown) => Promise<Answer<unknown>>;
  /** Whether the passphrase is asked for, because the session is not fresh. */
  needsProof: boolean;
}

const never = () => () => {};
/** Whether this browser has passkeys: null on the server, which cannot know. */
export const useHasPasskeys = () =>
  useSyncExternalStore(never, browserSupportsWebAuthn, () => null as boolean | null);

/** Adds a passkey of this device to the account. */
export function AddPasskey({ begin, finish, needsProof }: Props) {
  const words = useDeskWords().passkeys;
  const isAble = useHasPasskeys();
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setMessage('');
    try {
      const begun = await begin({ present: String(new FormData(form).get('present') ?? '') });
      if (!begun.ok) return setMessage(begun.message);
      const finished = await finish(await startRegistration({ optionsJSON: begun.value }));
      if (!finished.ok) return setMessage(finished.message);
      form.reset();
      setMessage(words.added);
    } catch (error) {
      console.warn('No passkey was made.', error);
      setMessage(words.notMade);
    } finally {
      setBusy(false);
    }
  }
  if (isAble === false) return <p className={hintStyle}>{words.notHere}</p>;
  return (
    <form className="max-w-form grid gap-4" onSubmit={(event) => void add(event)}>
      {needsProof && (
        <TextField
          label={words.present}
          name="present"
          type="password"
          autoComplete="current-password"
          required
        />
      )}
      <div>
        <Button type="submit" kind="main" isBusy={isBusy} disabled={isAble === null}>
          {words.add}
        </Button>
      </div>
      <p role="status" className={hintStyle}>
        {message}
      </p>
    </form>
  );
}
