import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { PAPER } from '@/lib/settings/paper';
import './reader.css';

/** The viewport and colours of the browser around a page. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PAPER.light },
    { media: '(prefers-color-scheme: dark)', color: PAPER.dark },
  ],
};

/**
 * Contributes only the styles: each page renders the whole document, because only a page knows its language.
 */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
