'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Banner } from '@/components/editor/ground/banner';
import type { SaveState } from '@/components/editor/ground/save-state';

interface RefusedNoticeProps {
  state: Extract<SaveState, { kind: 'failed' }>;
  editor: Editor | null;
  headline: string;
  /** Creates a new post from the text. @returns why it could not, or null. */
  onSaveAsNew: () => Promise<string | null>;
}

/** Shows the options for a text that the server refuses however often it is sent. */
export function RefusedNotice({ state, editor, headline, onSaveAsNew }: RefusedNoticeProps) {
  const words = useDeskWords().saving;
  const [said, setSaid] = useState('');
  const isGone = state.code === 'not_found';
  const copy = async () => {
    const body = editor?.getText({ blockSeparator: '\n\n' }) ?? '';
    await navigator.clipboard.writeText([headline, body].filter(Boolean).join('\n\n'));
    setSaid(words.textCopied);
  };
  return (
    <Banner aria-label={words.refusedHeading}>
      <p>{isGone ? words.refusedGone : state.message}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind={isGone ? 'main' : 'quiet'}
          onClick={() => void onSaveAsNew().then((why) => setSaid(why ?? ''))}
        >
          {words.saveAsNew}
        </Button>
        <Button onClick={() => void copy()}>{words.copyText}</Button>
        <span role="status">{said}</span>
      </div>
    </Banner>
  );
}
