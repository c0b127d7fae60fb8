'use client';
import { startAuthentication } from '@simplewebauthn/browser';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { unstable_rethrow } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { Answer } from '@/lib/errors';
import { useHasPasskeys } from './add-passkey.client';

interface Props {
  options: () => Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Answers only when it refuses. */
  enter: (response: unknown) => Promise<Answer<never>>;
}

/** Signs in with a passkey, where the browser has them. */
export function PasskeySignIn({ options, enter }: Props) {
  const words = useDeskWords().passkeys;
  const isAble = useHasPasskeys();
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function signIn() {
    setBusy(true);
    setMessage('');
    try {
      const answer = await enter(await startAuthentication({ optionsJSON: await options() }));
      if (!answer.ok) setMessage(answer.message);
    } catch (error) {
      unstable_rethrow(error);
      console.warn('No passkey signed in.', error);
      setMessage(words.notUsed);
    } finally {
      setBusy(false);
    }
  }
  if (!isAble) return null;
  return (
    <div className="mb-6">
      <Button onClick={() => void signIn()} isBusy={isBusy}>
        {words.signIn}
      </Button>
      <p role="alert" className={`mt-2 ${hintStyle}`}>
        {message}
      </p>
    </div>
  );
}
