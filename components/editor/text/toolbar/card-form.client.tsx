'use client';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { askForCard } from '@/components/editor/ground/ask-for-card';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { EmbedAttributes } from '@/lib/document/attributes';
import { fill } from '@/lib/language/fill';
import { completed } from './completed-address';

/** Asks for the address of a card and inserts the card; its text is edited in the card itself. */
export function CardForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { toolbar: words, blocks, publishing } = useDeskWords();
  const { add } = useKnownMedia();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isReading, setReading] = useState(false);
  /** The address whose page had no data; if submitted again, it is inserted as it is. */
  const [refused, setRefused] = useState('');
  useEffect(() => {
    // One frame later, because a command has just moved the focus to the text.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isReading) return;
    const card = EmbedAttributes.read({ url: completed(url.trim()) });
    if (!card) return setTrouble(words.cardTrouble);
    const put = (attrs: EmbedAttributes) => {
      editor.chain().insertContent({ type: 'embed', attrs }).run();
      close();
    };
    if (refused === card.url) return put(card);
    setTrouble('');
    setReading(true);
    const answer = await askForCard(card.url);
    setReading(false);
    if (answer.ok) {
      if (answer.value.media) add([answer.value.media]);
      return put(answer.value.card);
    }
    setRefused(card.url);
    setTrouble(fill(publishing.cardAlone, { reason: answer.message ?? publishing.serverSilent }));
  };
  return (
    <form
      className="toolbar-row"
      aria-label={blocks.card}
      onSubmit={(event) => void submit(event)}
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
      <p role="status">{isReading ? publishing.readingPage : ''}</p>
      <p id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
    </form>
  );
}
