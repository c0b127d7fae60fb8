'use client';
import { usePathname } from 'next/navigation';

const ROOMS = [
  ['/admin', 'Dashboard'],
  ['/admin/posts', 'Posts'],
  ['/admin/media', 'Media'],
  ['/admin/topics', 'Topics'],
  ['/admin/authors', 'Authors'],
  ['/admin/settings', 'Settings'],
  ['/admin/account', 'Account'],
] as const;

/** The rooms of the author's side. */
export function DeskBar({ publication }: { publication: string }) {
  const path = usePathname();
  return (
    <nav className="desk-bar" aria-label="Author’s side">
      <span className="desk-name">{publication}</span>
      {ROOMS.map(([href, name]) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </a>
      ))}
      <a className="desk-view" href="/">
        View site
      </a>
    </nav>
  );
}
