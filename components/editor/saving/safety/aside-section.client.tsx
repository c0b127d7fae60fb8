'use client';
import { useEffect, useState } from 'react';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { discardSetAside, listSetAside, onAsideChange, type SetAside } from '../autosave/local-copy';

/** The texts of this post that gave way to another one, and stay in this browser. */
export function AsideSection({ draft, onUseText }: PanelProps) {
  const [texts, setTexts] = useState<SetAside[]>([]);
  const { postId } = draft;
  const words = useDeskWords().saving;
  const moment = useDeskMoment();
  useEffect(() => {
    const look = () => {
      listSetAside(postId).then(setTexts, (error) => console.warn('This browser keeps no texts.', error));
    };
    look();
    return onAsideChange(look);
  }, [postId]);
  if (texts.length === 0) return null;
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
              {text.writing.headline || words.withoutHeadline} · {moment(text.keptAt)}
            </span>
            <span className="ed-row">
              <button type="button" className="ed-quiet" onClick={() => void bringBack(text)}>
                {words.asideBack}
              </button>
              <button
                type="button"
                className="ed-quiet is-grave"
                onClick={() => void discardSetAside(text.id)}
              >
                {words.asideAway}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
