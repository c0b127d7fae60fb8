import type { LanguageCode } from '@/lib/language/languages';
import type { Byline } from '@/lib/posts/types';

/** Who wrote it, a line for each author of whom something is told in the post's own language. */
export function AboutAuthors({ byline, language }: { byline: Byline[]; language: LanguageCode }) {
  const told = byline.flatMap(({ slug, biography }) => {
    const text = biography[language];
    return slug && text ? [{ slug, text }] : [];
  });
  if (told.length === 0) return null;
  return (
    <div className="about-authors">
      {told.map(({ slug, text }) => (
        <p key={slug}>{text}</p>
      ))}
    </div>
  );
}
