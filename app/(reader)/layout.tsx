import type { ReactNode } from 'react';
import './reader.css';

/** Only the styles: each page gives the whole document, since only a page knows its language. */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
