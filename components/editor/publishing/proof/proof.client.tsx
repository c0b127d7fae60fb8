'use client';
import { useState } from 'react';
import { buttonStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { EDITOR_ROOM } from '@/components/editor/ground/room';
import { adminPostPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { type CardWords, SearchResult, SharedCard } from './cards';
import { Choices } from './choices.client';
import { Frame } from './frame.client';

interface ProofProps {
  postId: number;
  language: LanguageCode;
  card: CardWords;
}

const VIEWS = ['phone', 'desktop', 'searchResult', 'sharedCard'] as const;
const COLOURS = ['light', 'dark'] as const;

/** Shows one view of the draft at a time, in light or dark. The frames contain the same page that readers get. */
export function Proof({ postId, language, card }: ProofProps) {
  const words = useDeskWords().publishing;
  const [view, setView] = useState<(typeof VIEWS)[number]>('phone');
  const [colours, setColours] = useState<(typeof COLOURS)[number]>('light');
  const address = adminPostPath(postId, 'preview');
  return (
    <div {...EDITOR_ROOM} className={`${EDITOR_ROOM.className} flex flex-col`}>
      <header className="border-rule flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <a className={buttonStyle({ kind: 'plain' })} href={adminPostPath(postId)}>
          <span aria-hidden="true">←</span> {words.backToText}
        </a>
        <Choices label={words.view} choices={VIEWS} chosen={view} onChoose={setView} />
        <Choices label={words.colours} choices={COLOURS} chosen={colours} onChoose={setColours} />
        <a className={buttonStyle({ kind: 'plain' })} href={address}>
          {words.openAlone}
        </a>
      </header>
      <main className="bg-wash text-ink flex-1 px-4 pt-6 pb-12" data-colours={colours}>
        <h1 className="sr-only">{words.preview}</h1>
        {(view === 'phone' || view === 'desktop') && (
          <Frame key={view} view={view} title={words.asReaders} src={`${address}?colours=${colours}`} />
        )}
        {view === 'searchResult' && <SearchResult card={card} language={language} />}
        {view === 'sharedCard' && <SharedCard card={card} language={language} />}
      </main>
    </div>
  );
}
