'use client';
import { createContext, type ReactNode, type RefObject, useContext, useState } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';

/** The elements that other parts of the editor lead to; null or absent while they are not drawn. */
export interface Places {
  headline: RefObject<HTMLTextAreaElement | null>;
  standfirst: RefObject<HTMLTextAreaElement | null>;
  /** Holds headline, standfirst and body; what floats beside the text is positioned in it. */
  surface: RefObject<HTMLDivElement | null>;
  /** The sections of the panel that have a name. */
  sections: Map<PanelSection, HTMLDetailsElement>;
}

const PlacesContext = createContext<Places | null>(null);

/** Keeps the elements of one open post. */
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

/** The elements of the open post that can be led to. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) throw new Error('usePlaces needs a PlacesProvider around it.');
  return places;
}
