'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { deskDate, deskMoment } from '@/lib/language/desk-dates';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';

interface Desk {
  language: LanguageCode;
  words: DeskStrings;
}

const DeskContext = createContext<Desk | null>(null);
const ZoneContext = createContext<string | null>(null);

/** Gives everything inside the words of the author's side: sent with the page, so that no script holds them. */
export function DeskWordsProvider({ children, ...desk }: Desk & { children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Gives everything inside the publication's time zone. Not with the words, which stand at the door too. */
export function DeskZoneProvider({ children, timeZone }: { children: ReactNode; timeZone: string }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** The words of the author's side, in client components. */
export function useDeskWords(): DeskStrings {
  return useDesk().words;
}

/** How the author's side tells a day and time (epoch ms): in the publication's zone, whatever the browser's is. */
export function useDeskMoment(): (instant: number) => string {
  const { common } = useDeskWords();
  const timeZone = useZone();
  return (instant) => deskMoment(instant, common, timeZone);
}

/** How the author's side tells a day (epoch ms), in the publication's zone. */
export function useDeskDate(): (instant: number) => string {
  const { common } = useDeskWords();
  const timeZone = useZone();
  return (instant) => deskDate(instant, common, timeZone);
}

/** The language of the author's side, for names and numbers. */
export function useDeskLanguage(): LanguageCode {
  return useDesk().language;
}

function useZone(): string {
  const timeZone = useContext(ZoneContext);
  if (timeZone === null) throw new Error('Times are told within a DeskZoneProvider.');
  return timeZone;
}

function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The author’s side stands within a DeskWordsProvider.');
  return desk;
}
