'use client';
import { createContext, type ReactNode, type RefObject, useContext, useState } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';

/** The parts of the page that other parts of the editor lead to; null or absent while they are not drawn. */
export interface Places {
  headline: RefObject<HTMLTextAreaElement | null>;
  standfirst: RefObject<HTMLTextAreaElement | null>;
  /** What headline, standfirst and body are on, and what floats beside the text is placed by. */
  surface: RefObject<HTMLDivElement | null>;
  /** The sections of the panel that have a name. */
  sections: Map<PanelSection, HTMLDetailsElement>;
}

const PlacesContext = createContext<Places | null>(null);

/** Keeps the places of one open post. */
export function PlacesProvider({ children }: { children: ReactNode }) {
  const [places] = useState(
    (): Places => ({
      headline: { current: null },
      standfirst: { current: null },
      surface: { current: null },
      sections: new Map(),
    }),
  );
  return <PlacesContext value={places}>{children}</PlacesContext>;
}

/** The places of the open post. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) throw new Error('This is drawn outside of a PlacesProvider.');
  return places;
}
