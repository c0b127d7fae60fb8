'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { askForCard } from '@/components/editor/ground/ask-for-card';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { usePlaces } from '@/components/editor/ground/places.client';
import { EmbedAttributes } from '@/lib/document/attributes';
import { fill } from '@/lib/language/fill';
import { type BareLink, bareLinkAt, putCard } from './bare-link';

/** Offers to turn a line that is only a link into a card. Typing on, or elsewhere, declines the offer. */
export function CardOffer({ editor }: { editor: Editor }) {
  const link = useEditorState({ editor, selector: ({ editor }) => bareLinkAt(editor.state) });
  const [declined, setDeclined] = useState('');
  if (!link || link.url === declined) return null;
  return <Offer key={link.url} editor={editor} link={link} onDecline={() => setDeclined(link.url)} />;
}

interface OfferProps {
  editor: Editor;
  link: BareLink;
  onDecline: () => void;
}

function Offer({ editor, link, onDecline }: OfferProps) {
  const { blocks: words, publishing } = useDeskWords();
  const { add } = useKnownMedia();
  const { surface } = usePlaces();
  const button = useRef<HTMLButtonElement>(null);
  const [topPx, setTop] = useState<number | null>(null);
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState('');
  useEffect(() => setTop(bottomOf(editor, surface.current, link.position)), [editor, surface, link.position]);
  useKeys(editor, button, onDecline);
  const put = (card: EmbedAttributes) => {
    if (putCard(editor, link, card)) editor.view.focus();
  };
  const make = async () => {
    if (isReading) return;
    // The page had no data before: on the second request the address is inserted alone.
    if (trouble) return put(EmbedAttributes.require({ url: link.url }));
    setReading(true);
    const answer = await askForCard(link.url);
    setReading(false);
    if (!answer.ok)
      return setTrouble(fill(publishing.cardAlone, { reason: answer.message ?? publishing.serverSilent }));
    if (answer.value.media) add([answer.value.media]);
    put(answer.value.card);
  };
  if (topPx === null) return null;
  return (
    <div
      data-part="card-offer"
      className="bg-paper text-ui text-accent absolute z-5 mt-1 flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-lg font-sans leading-normal font-normal shadow-[0_2px_10px_rgb(0_0_0/0.1)]"
      style={{ top: topPx }}
    >
      <Button ref={button} size="small" className="text-ink" onClick={() => void make()}>
        {isReading ? publishing.readingPage : words.makeCard}
      </Button>
      <span role="status" className="sr-only">
        {words.cardOffered}
      </span>
      <span className="not-empty:px-3 not-empty:py-1" role="alert">
        {trouble}
      </span>
    </div>
  );
}

/** Moves the focus from the link to the offer by Tab, and back or away by Escape. */
function useKeys(editor: Editor, button: { current: HTMLButtonElement | null }, onDecline: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInText = event.target === editor.view.dom;
      const isInOffer = event.target === button.current;
      if (event.key === 'Tab' && !event.shiftKey && isInText) {
        event.preventDefault();
        event.stopPropagation();
        button.current?.focus();
      }
      if (event.key !== 'Escape' || !(isInText || isInOffer)) return;
      event.stopPropagation();
      onDecline();
      editor.view.focus();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [editor, button, onDecline]);
}

/** Returns the bottom edge of a line within the writing surface. */
function bottomOf(editor: Editor, surface: HTMLElement | null, position: number): number | null {
  const line = editor.view.nodeDOM(position);
  if (!(line instanceof HTMLElement) || !surface) return null;
  return line.getBoundingClientRect().bottom - surface.getBoundingClientRect().top;
}
