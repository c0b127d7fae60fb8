import type { Metadata } from 'next';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { begin } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).common.newPost };
}

/** Asks what to create: opening an address must not create anything. */
export default async function NewPostPage() {
  await requireUser();
  const words = (await deskWords()).posts;
  return (
    <>
      <h1 className="mb-6">{words.newTitle}</h1>
      <form action={begin} className="row">
        <button type="submit" name="kind" value="post" className="button">
          {words.newPost}
        </button>
        <button type="submit" name="kind" value="page" className="quiet">
          {words.newPage}
        </button>
      </form>
    </>
  );
}
