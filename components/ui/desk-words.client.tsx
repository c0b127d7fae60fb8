'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { formatDate } from '@/lib/language/dates';
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
  const { language, timeZone } = useDesk();
  return (instant) => formatDate(instant, language, { timeZone, hasOwnDigits: false }, 'moment');
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
