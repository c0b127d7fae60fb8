import type { LanguageCode } from '@/lib/language/languages';
import type { Byline } from '@/lib/posts/types';
import { COLUMN } from './column';

/** Describes the authors, one line for each who has a description in the post's own language. */
export function AboutAuthors({ byline, language }: { byline: Byline[]; language: LanguageCode }) {
  const told = byline.flatMap(({ slug, biography }) => {
    const text = biography[language];
    return slug && text ? [{ slug, text }] : [];
  });
  if (told.length === 0) return null;
  return (
    <div className={`${COLUMN} border-rule text-soft mt-10 border-t pt-4 text-base`}>
      {told.map(({ slug, text }) => (
        <p key={slug} className="not-first:mt-2">
          {text}
        </p>
      ))}
    </div>
  );
}
