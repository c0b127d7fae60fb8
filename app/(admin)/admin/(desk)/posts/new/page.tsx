import type { Metadata } from 'next';
import { requireUser } from '@/lib/next/session';
import { begin } from '../../actions';

export const metadata: Metadata = { title: 'New post' };

/** Asks what to begin: opening an address must not make anything by itself. */
export default async function NewPostPage() {
  await requireUser();
  return (
    <>
      <h1 className="mb-6">What do you want to write?</h1>
      <form action={begin} className="row">
        <button type="submit" name="kind" value="post" className="button">
          A post
        </button>
        <button type="submit" name="kind" value="page" className="quiet">
          A fixed page, such as “About”
        </button>
      </form>
    </>
  );
}
