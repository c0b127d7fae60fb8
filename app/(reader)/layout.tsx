import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { COLOURS } from '@/lib/settings/theme-colours';
import './reader.css';

/** The viewport and colours of the browser around a page. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: COLOURS.light.paper },
    { media: '(prefers-color-scheme: dark)', color: COLOURS.dark.paper },
  ],
};

/**
 * Contributes only the styles: each page renders the whole document, because only a page knows its language.
 */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
