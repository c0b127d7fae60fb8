'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { deskDate, deskMoment } from '@/lib/language/desk-dates';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';

interface Desk {
  language: LanguageCode;
  words: DeskStrings;
  /** The publication's: every time on the author's side is told in it. */
  timeZone: string;
}

const DeskContext = createContext<Desk | null>(null);

/** Gives everything inside the words of the author's side: sent with the page, so that no script holds them. */
export function DeskWordsProvider({ children, ...desk }: Desk & { children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The words of the author's side, in client components. */
export function useDeskWords(): DeskStrings {
  return useDesk().words;
}

/** How the author's side tells a day and time (epoch ms): in the publication's zone, whatever the browser's is. */
export function useDeskMoment(): (instant: number) => string {
  const { words, timeZone } = useDesk();
  return (instant) => deskMoment(instant, words.common, timeZone);
}

/** How the author's side tells a day (epoch ms), in the publication's zone. */
export function useDeskDate(): (instant: number) => string {
  const { words, timeZone } = useDesk();
  return (instant) => deskDate(instant, words.common, timeZone);
}

/** The language of the author's side, for names and numbers. */
export function useDeskLanguage(): LanguageCode {
  return useDesk().language;
}

function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The author’s side stands within a DeskWordsProvider.');
  return desk;
}
