import { deskWords } from '@/lib/next/desk-language';
import { begin } from './actions';

/** Creates a draft and opens it. */
export async function NewPost() {
  const { common } = await deskWords();
  return (
    <form action={begin}>
      <button type="submit" className="button">
        {common.newPost}
      </button>
    </form>
  );
}
