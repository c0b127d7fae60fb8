import { adminPostPath, adminPostsPath } from '@/lib/addresses';
import { formatCount } from '@/lib/language/counts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostRow } from '../posts/post-list-types';

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
    <section>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="empty">{empty}</p>}
      {rows.length > 0 && note && <p className="hint">{note}</p>}
      <ul className="short-list">
        {rows.map((post) => (
          <li key={post.id}>
            <a href={adminPostPath(post.id)} lang={post.headline ? post.language : undefined}>
              {post.headline || words.posts.noHeadline}
            </a>
            <small>
              {post.facts.at(-1)}
              {post.viewHref && (
                <>
                  {' · '}
                  <a href={post.viewHref} aria-label={`${words.dashboard.view}: ${post.headline}`}>
                    {words.dashboard.view}
                  </a>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <a className="more" href={adminPostsPath(`status=${status}`)}>
          {fill(words.dashboard.all, { count: formatCount(total, 'en') })}
        </a>
      )}
    </section>
  );
}
