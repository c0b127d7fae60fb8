'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
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
    <div className="editor proof">
      <header className="proof-top">
        <a className="ed-quiet" href={adminPostPath(postId)}>
          <span aria-hidden="true">←</span> {words.backToText}
        </a>
        <Choices label={words.view} choices={VIEWS} chosen={view} onChoose={setView} />
        <Choices label={words.colours} choices={COLOURS} chosen={colours} onChoose={setColours} />
        <a className="ed-quiet" href={address}>
          {words.openAlone}
        </a>
      </header>
      <main className={`proof-ground is-${colours}`}>
        <h1 className="proof-heading">{words.preview}</h1>
        {(view === 'phone' || view === 'desktop') && (
          <Frame key={view} view={view} title={words.asReaders} src={`${address}?colours=${colours}`} />
        )}
        {view === 'searchResult' && <SearchResult card={card} language={language} />}
        {view === 'sharedCard' && <SharedCard card={card} language={language} />}
      </main>
    </div>
  );
}
