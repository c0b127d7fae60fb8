import type { Metadata } from 'next';
import { type PostRow, PostRows } from '@/components/admin/post-rows';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { listPosts } from '@/lib/posts/admin-queries';
import type { PostStatus } from '@/lib/posts/types';
import { hasSamples } from '@/lib/samples/has-samples';
import { readSite } from '@/lib/settings/site';
import { removeAllSamples } from './actions';
import { NewPost } from './new-post';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Dashboard' };

const GROUPS: [PostStatus, string][] = [
  ['draft', 'Drafts'],
  ['scheduled', 'Scheduled'],
  ['published', 'Last published'],
];
const SHOWN = 5;

export default async function DashboardPage() {
  await requireUser();
  const words = await deskWords();
  const db = database();
  const { timeZone } = readSite(db);
  const groups = GROUPS.map(([status, name]) => ({ status, name, ...listPosts(db, { status }) }));
  return (
    <>
      <div className="desk-head">
        <h1>Dashboard</h1>
        <NewPost />
      </div>
      {hasSamples(db) && (
        <div className="notice">
          <p className="mb-3">
            The posts marked “Sample” show what Broadside can do. Remove them when you have seen enough.
          </p>
          <OutcomeForm action={removeAllSamples} submit="Remove the samples" tone="quiet">
            {null}
          </OutcomeForm>
        </div>
      )}
      {groups.map(({ status, name, posts, total }) => (
        <Group
          key={status}
          status={status}
          name={name}
          posts={posts}
          total={total}
          timeZone={timeZone}
          words={words}
        />
      ))}
    </>
  );
}

interface GroupProps {
  status: PostStatus;
  name: string;
  posts: PostRow[];
  total: number;
  timeZone: string;
  words: DeskStrings;
}

function Group({ status, name, posts, total, timeZone, words }: GroupProps) {
  return (
    <section>
      <h2>{name}</h2>
      {posts.length === 0 && <p className="hint">None.</p>}
      <PostRows posts={posts.slice(0, SHOWN)} timeZone={timeZone} words={words} />
      {total > SHOWN && (
        <p className="mt-2">
          <a className="underline" href={`/admin/posts?status=${status}`}>
            All {total}
          </a>
        </p>
      )}
    </section>
  );
}
