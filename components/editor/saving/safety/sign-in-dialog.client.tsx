'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogActions, DialogHeading } from '@/components/desk/ui/dialog.client';
import { Field, hintStyle, Input } from '@/components/desk/ui/field';
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
export function SignInDialog(props: SignInDialogProps) {
  const { onAnswer } = props;
  const words = useDeskWords().saving;
  const [other, setOther] = useState<Person | null>(null);
  return (
    // It may stand outside the editor, whose looks it has.
    <div data-density="compact">
      <Dialog onClose={() => onAnswer(false)}>
        <DialogHeading>{words.signInHeading}</DialogHeading>
        {other ? (
          <>
            <p className="mt-2 mb-4">{fill(words.otherPerson, { name: other.name })}</p>
            <DialogActions>
              <Button kind="main" onClick={() => onAnswer(true)}>
                {fill(words.saveAsOther, { name: other.name })}
              </Button>
              <Button onClick={() => setOther(null)}>{words.asSomebodyElse}</Button>
            </DialogActions>
          </>
        ) : (
          <SignInForm {...props} onOther={setOther} />
        )}
      </Dialog>
    </div>
  );
}

interface FormProps extends SignInDialogProps {
  /** Called when another person has signed in. */
  onOther: (person: Person) => void;
}

function SignInForm(props: FormProps) {
  const words = useDeskWords().saving;
  const { message, isBusy, submit } = useSignIn(props);
  return (
    <form className="grid justify-items-start gap-3" onSubmit={(event) => void submit(event)}>
      <p className="mt-2">{words.signInText}</p>
      <Field label={words.email} className="w-full">
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={words.passphrase} className="w-full">
        {(control) => (
          <Input {...control} name="passphrase" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <p role="alert" className={hintStyle}>
        {message}
      </p>
      <DialogActions>
        <Button type="submit" kind="main" disabled={isBusy}>
          {words.signIn}
        </Button>
        <Button onClick={() => props.onAnswer(false)}>{words.signInLater}</Button>
      </DialogActions>
    </form>
  );
}

function useSignIn({ signIn, userId, onAnswer, onOther }: FormProps) {
  const { serverSilent } = useDeskWords().saving;
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
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
      else onOther(outcome.value);
    } catch (error) {
      console.warn('The sign-in did not reach the server.', error);
      setMessage(serverSilent);
    } finally {
      setBusy(false);
    }
  };
  return { message, isBusy, submit };
}
