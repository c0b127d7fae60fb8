import { EmptyState } from '@/components/desk/ui/empty-state';
import { hintStyle } from '@/components/desk/ui/field';
import { SectionTitle } from '@/components/desk/ui/page';
import { adminPostPath, adminPostsPath } from '@/lib/addresses';
import { formatCount } from '@/lib/language/counts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostRow } from '../posts/post-list-types';
import { shortLinkStyle, shortNoteStyle, shortRowStyle } from './short-list-styles';

interface Props {
  title: string;
  /** A note on the whole list, such as the time zone of its times. */
  note?: string;
  empty: string;
  rows: PostRow[];
  total: number;
  status: string;
  words: DeskStrings;
}

/** Lists the first few posts of a state, with a link to all of them. */
export function ShortList({ title, note, empty, rows, total, status, words }: Props) {
  return (
    <section className="mt-8 lg:first:mt-2">
      <SectionTitle>{title}</SectionTitle>
      {rows.length === 0 && <EmptyState kind="short">{empty}</EmptyState>}
      {rows.length > 0 && note && <p className={hintStyle}>{note}</p>}
      <ul>
        {rows.map((post) => (
          <li key={post.id} className={shortRowStyle}>
            <a
              className={shortLinkStyle}
              href={adminPostPath(post.id)}
              lang={post.headline ? post.language : undefined}
            >
              {post.headline || words.posts.noHeadline}
            </a>
            <small className={shortNoteStyle}>
              {post.facts.at(-1)}
              {post.viewHref && (
                <>
                  {' · '}
                  <a
                    className="underline underline-offset-[0.2em]"
                    href={post.viewHref}
                    aria-label={`${words.dashboard.view}: ${post.headline}`}
                  >
                    {words.dashboard.view}
                  </a>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <a
          className="text-small inline-block py-1.5 underline underline-offset-[0.2em]"
          href={adminPostsPath(`status=${status}`)}
        >
          {fill(words.dashboard.all, { count: formatCount(total, 'en') })}
        </a>
      )}
    </section>
  );
}
