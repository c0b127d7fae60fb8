'use client';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle, Input } from '@/components/desk/ui/field';
import type { Person, SignInAction } from '@/components/editor/ground/editor-types';
import { fill } from '@/lib/language/fill';

interface SignInDialogProps {
  signIn: SignInAction;
  userId: number;
  onAnswer: (isSignedIn: boolean) => void;
}

/**
 * Asks for e-mail and passphrase over the text. When another person signs in, it asks whether the text is theirs
 * to save.
 */
export function SignInDialog({ signIn, userId, onAnswer }: SignInDialogProps) {
  const words = useDeskWords().saving;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [other, setOther] = useState<Person | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    try {
      const data = new FormData(event.currentTarget);
      // Without a session, the server does not know the language of this admin.
      data.set('language', document.documentElement.lang);
      const outcome = await signIn(data);
      if (!outcome.ok) setMessage(outcome.message);
      else if (outcome.value.userId === userId) onAnswer(true);
      else setOther(outcome.value);
    } catch (error) {
      console.warn('The sign-in did not reach the server.', error);
      setMessage(words.serverSilent);
    } finally {
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="ed-dialog"
      aria-labelledby={`${id}-heading`}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2 id={`${id}-heading`}>{words.signInHeading}</h2>
      {other ? (
        <>
          <p>{fill(words.otherPerson, { name: other.name })}</p>
          <div className="flex flex-wrap items-center gap-2">
            <Button kind="main" onClick={() => onAnswer(true)}>
              {fill(words.saveAsOther, { name: other.name })}
            </Button>
            <Button onClick={() => setOther(null)}>{words.asSomebodyElse}</Button>
          </div>
        </>
      ) : (
        <form className="grid justify-items-start gap-3" onSubmit={(event) => void submit(event)}>
          <p>{words.signInText}</p>
          <label className="ed-field">
            {words.email}
            <Input name="email" type="email" autoComplete="username" required />
          </label>
          <label className="ed-field">
            {words.passphrase}
            <Input name="passphrase" type="password" autoComplete="current-password" required />
          </label>
          <p role="alert" className={hintStyle}>
            {message}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" kind="main" disabled={isBusy}>
              {words.signIn}
            </Button>
            <Button onClick={() => onAnswer(false)}>{words.signInLater}</Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
