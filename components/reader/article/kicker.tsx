import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';

/** Says what kind of piece this is, above its headline: opinion, or republished and from where. */
export function Kicker({ post }: { post: Pick<PostSummary, 'language' | 'sourcePublication'> }) {
  const words = stringsFor(post.language);
  if (!post.sourcePublication) return <p className="kicker">{words.opinion}</p>;
  return (
    <p className="kicker kicker-republished">
      {words.republished} · {post.sourcePublication}
    </p>
  );
}
