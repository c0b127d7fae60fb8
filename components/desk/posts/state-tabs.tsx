import { Tab, Tabs } from '@/components/desk/ui/tabs';
import { adminPostsPath } from '@/lib/addresses';
import type { DeskStrings } from '@/lib/language/strings';
import { type PostFilter, queryOf } from '@/lib/posts/post-filter';
import { POST_STATUSES, type PostStatus } from '@/lib/visibility';

interface Props {
  filter: PostFilter;
  /** How many posts there are in each state, whatever the other filters. */
  counts: Partial<Record<PostStatus, number>>;
  words: DeskStrings;
}

/** Lists the states that posts are in; an empty state takes up no space. */
export function StateTabs({ filter, counts, words }: Props) {
  const outsideBin = POST_STATUSES.reduce((sum, s) => sum + (s === 'binned' ? 0 : (counts[s] ?? 0)), 0);
  const tabs = POST_STATUSES.filter((state) => counts[state] || state === 'draft' || state === filter.status);
  return (
    <Tabs label={words.shell.posts} className="mb-4">
      <StateTab filter={filter} status={undefined} name={words.posts.all} count={outsideBin} />
      {tabs.map((status) => (
        <StateTab
          key={status}
          filter={filter}
          status={status}
          name={status === 'binned' ? words.posts.binned : words.status[status]}
          count={counts[status] ?? 0}
        />
      ))}
    </Tabs>
  );
}

interface TabProps {
  filter: PostFilter;
  status: PostStatus | undefined;
  name: string;
  count: number;
}

function StateTab({ filter, status, name, count }: TabProps) {
  const query = queryOf({ ...filter, status });
  return (
    <Tab href={adminPostsPath(query)} isCurrent={filter.status === status} count={count}>
      {name}
    </Tab>
  );
}
