'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { askForCard } from '@/components/editor/ground/ask-for-card';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { EmbedAttributes } from '@/lib/document/attributes';
import { fill } from '@/lib/language/fill';
import { AddressForm } from './address-form.client';
import { completed } from './completed-address';

/** Asks for the address of a card and inserts the card; its text is edited in the card itself. */
export function CardForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { toolbar: words, blocks, publishing } = useDeskWords();
  const { add } = useKnownMedia();
  const [url, setUrl] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isReading, setReading] = useState(false);
  /** The address whose page had no data; if submitted again, it is inserted as it is. */
  const [refused, setRefused] = useState('');
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const submit = async () => {
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
    <AddressForm
      name={blocks.card}
      label={words.cardTo}
      value={url}
      onChange={setUrl}
      trouble={trouble}
      status={isReading ? publishing.readingPage : ''}
      submit={words.insertCard}
      onSubmit={() => void submit()}
      onClose={close}
    />
  );
}
