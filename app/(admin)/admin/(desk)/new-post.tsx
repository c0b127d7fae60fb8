import { Button, buttonStyle } from '@/components/desk/ui/button';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { hasTemplates } from '@/lib/templates/templates';
import { begin } from './actions';

/** Creates a draft and opens it; where there are templates, a link leads to them. */
export async function NewPost() {
  const { common, templates } = await deskWords();
  return (
    <div className="flex flex-wrap items-center gap-3">
      {hasTemplates(database()) && (
        <a className={buttonStyle()} href="/admin/posts/new">
          {templates.from}
        </a>
      )}
      <form action={begin}>
        <Button type="submit" kind="main">
          {common.newPost}
        </Button>
      </form>
    </div>
  );
}
