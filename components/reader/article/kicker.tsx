import type { ReactNode } from 'react';
import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';

/** Says what kind of piece this is, above its headline: opinion, or republished and from where. */
export function Kicker({ post }: { post: Pick<PostSummary, 'language' | 'sourcePublication'> }) {
  const words = stringsFor(post.language);
  if (!post.sourcePublication) return <KickerLine>{words.opinion}</KickerLine>;
  return (
    <KickerLine isQuiet>
      {words.republished} · {post.sourcePublication}
    </KickerLine>
  );
}

/** The line above a headline or heading. */
export function KickerLine({ isQuiet = false, children }: { isQuiet?: boolean; children: ReactNode }) {
  return (
    <p
      className={`text-caption leading-ui mb-1.5 font-sans font-bold ${isQuiet ? 'text-soft' : 'text-accent'}`}
    >
      {children}
    </p>
  );
}
