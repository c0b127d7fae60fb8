'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Input } from '@/components/desk/ui/field';
import { Notice } from '@/components/desk/ui/notice';
import type { PostActions } from '@/components/editor/ground/editor-types';
import type { LanguageCode } from '@/lib/language/languages';

const LONGEST_NAME = 100;

interface KeepSnippetFormProps {
  /** The selection as a document. */
  body: unknown;
  language: LanguageCode;
  keep: PostActions['keepSnippet'];
  onKept: () => void;
}

/** Renders a form that keeps the selection under a name. */
export function KeepSnippetForm({ body, language, keep, onKept }: KeepSnippetFormProps) {
  const { snippets: words, saving } = useDeskWords();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ isTrouble: boolean; text: string } | null>(null);
  // A dialog gives the focus to its first button.
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const answer = await keep({ name, language, body });
      setOutcome({ isTrouble: !answer.ok, text: answer.ok ? words.kept : answer.message });
      if (!answer.ok) return;
      setName('');
      onKept();
    } catch (error) {
      console.error(error);
      setOutcome({ isTrouble: true, text: saving.serverSilent });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="mt-3 grid gap-2" onSubmit={(event) => void submit(event)}>
      <div className="flex flex-wrap items-end gap-2">
        <Field label={words.name} className="flex-[1_1_12rem]">
          {(control) => (
            <Input
              {...control}
              ref={field}
              value={name}
              maxLength={LONGEST_NAME}
              required
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={isBusy || name.trim() === ''}>
          {words.keep}
        </Button>
      </div>
      {outcome && (
        <Notice
          kind={outcome.isTrouble ? 'refused' : 'outcome'}
          role={outcome.isTrouble ? 'alert' : 'status'}
        >
          {outcome.text}
        </Notice>
      )}
    </form>
  );
}
