import type { Metadata } from 'next';
import { Button } from '@/components/desk/ui/button';
import { PageTitle } from '@/components/desk/ui/page';
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
      <PageTitle className="mb-6">{words.newTitle}</PageTitle>
      <form action={begin} className="flex flex-wrap items-center gap-3">
        <Button type="submit" name="kind" value="post" kind="main">
          {words.newPost}
        </Button>
        <Button type="submit" name="kind" value="page">
          {words.newPage}
        </Button>
      </form>
    </>
  );
}
