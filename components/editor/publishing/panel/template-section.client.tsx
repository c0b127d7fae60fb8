'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { TextField } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';

const LONGEST_NAME = 100;

/** Saves the present text of the post as a template. */
export function TemplateOfPost({ draft: { postId }, actions, commands }: PanelProps) {
  const words = useDeskWords().templates;
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await commands.run(() => actions.saveAsTemplate({ postId, name }), { text: words.saved });
    if (saved) setName('');
  };
  return (
    <form className="grid gap-3 [&>button]:justify-self-start" onSubmit={(event) => void save(event)}>
      <TextField
        label={words.name}
        hint={words.saveHint}
        value={name}
        maxLength={LONGEST_NAME}
        required
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={commands.isBusy || name.trim() === ''}>
        {words.save}
      </Button>
    </form>
  );
}
