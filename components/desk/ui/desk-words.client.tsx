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

/** Provides the strings of the admin to everything inside: sent with the page, so that no script contains them. */
export function DeskWordsProvider({ children, ...desk }: Desk & { children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/**
 * Provides the publication's time zone to everything inside. Separate from the strings, which the sign-in page also
 * has.
 */
export function DeskZoneProvider({ children, timeZone }: { children: ReactNode; timeZone: string }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** Returns the strings of the admin, in client components. */
export function useDeskWords(): DeskStrings {
  return useDesk().words;
}

/**
 * Returns a formatter for a day and time (epoch ms) in the admin: in the publication's zone, whatever the browser's is.
 */
export function useDeskMoment(): (instant: number) => string {
  const { common } = useDeskWords();
  const timeZone = useZone();
  return (instant) => deskMoment(instant, common, timeZone);
}

/** Returns a formatter for a day (epoch ms) in the admin, in the publication's zone. */
export function useDeskDate(): (instant: number) => string {
  const { common } = useDeskWords();
  const timeZone = useZone();
  return (instant) => deskDate(instant, common, timeZone);
}

/** Returns the language of the admin, for names and numbers. */
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
