'use client';
import { useEffect, useState } from 'react';
import { useDeskLanguage, useDeskWords } from '@/components/ui/desk-words.client';
import { discardSetAside, listSetAside, type SetAside } from '../autosave/local-copy';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The texts of this post that gave way to another one, and stay in this browser. */
export function AsideSection({ draft, writing, onUseText }: PanelProps) {
  const [texts, setTexts] = useState<SetAside[]>([]);
  const { postId } = draft;
  const words = useDeskWords().saving;
  const language = useDeskLanguage();
  const saved = writing.saveState.kind;
  // Choosing a text after a conflict puts the other one aside, and changes the state.
  // biome-ignore lint/correctness/useExhaustiveDependencies(saved): it says when to look again.
  useEffect(() => {
    listSetAside(postId).then(setTexts, (error) => console.warn('This browser keeps no texts.', error));
  }, [postId, saved]);
  if (texts.length === 0) return null;
  const discard = async (id: number) => {
    await discardSetAside(id);
    setTexts(await listSetAside(postId));
  };
  const bringBack = async (text: SetAside) => {
    await onUseText(text.writing);
    await discardSetAside(text.id);
  };
  return (
    <Section title={words.asideHeading} isOpen={false}>
      <ul className="ed-list">
        {texts.map((text) => (
          <li key={text.id} className="ed-stack">
            <span>
              {text.writing.headline || words.withoutHeadline},{' '}
              {new Date(text.keptAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <span className="ed-row">
              <button type="button" className="ed-quiet" onClick={() => void bringBack(text)}>
                {words.asideBack}
              </button>
              <button type="button" className="ed-quiet is-grave" onClick={() => void discard(text.id)}>
                {words.asideAway}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
