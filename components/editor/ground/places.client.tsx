'use client';
import { createContext, type ReactNode, type RefObject, useContext, useState } from 'react';
import type { PanelSection } from '@/lib/posts/checklist/findings';

/** Elements that other parts of the editor navigate to; null or absent until rendered. */
export interface Places {
  headline: RefObject<HTMLTextAreaElement | null>;
  standfirst: RefObject<HTMLTextAreaElement | null>;
  /** Contains headline, standfirst and body; floating elements are positioned in it. */
  surface: RefObject<HTMLDivElement | null>;
  /** The named sections of the panel. */
  sections: Map<PanelSection, HTMLDetailsElement>;
}

const PlacesContext = createContext<Places | null>(null);

/** Provides the element references of one open post. */
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

/** Returns the elements of the open post that can be navigated to. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) throw new Error('usePlaces needs a PlacesProvider around it.');
  return places;
}
