import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './admin.css';

export const metadata: Metadata = {
  title: { template: '%s · Broadside', default: 'Broadside' },
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
};

/** The author's side, a root layout of its own: nothing of it reaches readers. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
