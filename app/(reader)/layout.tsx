import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { PAPER } from '@/lib/settings/paper';
import './reader.css';

/** What a browser paints around a page. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PAPER.light },
    { media: '(prefers-color-scheme: dark)', color: PAPER.dark },
  ],
};

/** Only the styles: each page gives the whole document, since only a page knows its language. */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
