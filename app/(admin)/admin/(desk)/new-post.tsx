import { Button } from '@/components/desk/ui/button';
import { deskWords } from '@/lib/next/desk-language';
import { begin } from './actions';

/** Creates a draft and opens it. */
export async function NewPost() {
  const { common } = await deskWords();
  return (
    <form action={begin}>
      <Button type="submit" kind="main">
        {common.newPost}
      </Button>
    </form>
  );
}
