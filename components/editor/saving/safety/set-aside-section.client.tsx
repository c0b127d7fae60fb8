'use client';
import { useEffect } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Section } from '@/components/editor/ground/section';
import type { Writing } from '@/lib/posts/types';
import type { SetAside } from '../autosave/local-copy';
import type { SetAsideTexts } from './use-set-aside';

interface AsideSectionProps {
  setAside: SetAsideTexts;
  /** Continues with a text. */
  onUseText: (writing: Writing) => Promise<void>;
}

/** Lists the set-aside texts of this post in this browser. */
export function SetAsideSection({ setAside, onUseText }: AsideSectionProps) {
  const { texts, look, discard } = setAside;
  const words = useDeskWords().saving;
  const moment = useDeskMoment();
  useEffect(look, [look]);
  if (texts.length === 0) return null;
  const bringBack = async (text: SetAside) => {
    await onUseText(text.writing);
    await discard(text.id);
  };
  return (
    <Section title={words.asideHeading} isOpen={false}>
      <ul className="grid gap-2">
        {texts.map((text) => (
          <li key={text.id} className="grid justify-items-start gap-3">
            <span>
              {text.writing.headline || words.withoutHeadline} · {moment(text.keptAt)}
            </span>
            <span className="flex flex-wrap items-center gap-2">
              <Button onClick={() => void bringBack(text)}>{words.asideBack}</Button>
              <Button tone="grave" onClick={() => void discard(text.id)}>
                {words.asideAway}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
