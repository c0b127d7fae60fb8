'use client';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import { EmbedAttributes } from '@/lib/document/attributes';
import { completed } from './completed-address';

/** Asks where a card leads, and puts it into the text; what it says is written in the card itself. */
export function CardForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { toolbar: words, blocks } = useDeskWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    // A frame later, since a command just gave the focus to the text.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const card = EmbedAttributes.safeParse({ url: completed(url.trim()) });
    if (!card.success) return setTrouble(words.cardTrouble);
    editor.chain().insertContent({ type: 'embed', attrs: card.data }).run();
    close();
  };
  return (
    <form
      className="toolbar-row"
      aria-label={blocks.card}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label htmlFor={id}>{words.cardTo}</label>
      <input
        id={id}
        ref={input}
        className="ed-input"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        value={url}
        aria-invalid={Boolean(trouble)}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => setUrl(event.target.value)}
      />
      <button type="submit" className="ed-button">
        {words.insertCard}
      </button>
      <button type="button" className="ed-quiet" onClick={close}>
        {words.cancel}
      </button>
      <p id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
    </form>
  );
}
