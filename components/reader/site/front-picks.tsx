import { PostCard } from '@/components/reader/article/post-card';
import type { DateSettings } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';

interface Props {
  posts: PostSummary[];
  /** The language of the page. */
  language: LanguageCode;
  dates: DateSettings;
}

/** Shows the editor's picks below the newest posts. */
export function FrontPicks({ posts, language, dates }: Props) {
  if (posts.length === 0) return null;
  return (
    <section
      aria-labelledby="picks"
      className="border-strong-rule border-t-2 pt-2.5 pb-2 md:col-span-full md:mt-2"
    >
      <h2 id="picks" className="text-ui font-sans leading-relaxed font-semibold">
        {stringsFor(language).editorsPicks}
      </h2>
      <div className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-4">
        {posts.map((post) => (
          <PostCard key={post.id} post={post} dates={dates} place="pick" />
        ))}
      </div>
    </section>
  );
}
