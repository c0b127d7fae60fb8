'use client';
import { usePathname } from 'next/navigation';
import { useDeskWords } from '../ui/desk-words.client';

const ROOMS = [
  ['/admin', 'dashboard'],
  ['/admin/posts', 'posts'],
  ['/admin/media', 'media'],
  ['/admin/topics', 'topics'],
  ['/admin/series', 'series'],
  ['/admin/authors', 'authors'],
  ['/admin/settings', 'settings'],
  ['/admin/account', 'account'],
] as const;

/** The rooms of the author's side. */
export function DeskBar({ publication }: { publication: string }) {
  const path = usePathname();
  const words = useDeskWords().shell;
  return (
    <nav className="desk-bar" aria-label={words.authorsSide}>
      <span className="desk-name">{publication}</span>
      {ROOMS.map(([href, name]) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {words[name]}
        </a>
      ))}
      <a className="desk-view" href="/">
        {words.viewSite}
      </a>
    </nav>
  );
}
