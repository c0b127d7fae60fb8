import type { Db } from '@/db/client';
import { editionAddress } from '@/lib/formats/editions/edition-addresses';
import { type KindOfPage, kindsOfPages } from '@/tools/contact-sheet/kinds-of-pages';

/** A page that is checked, and the options of its check. */
export interface AuditedPage extends KindOfPage {
  /** Whether only its authors can open it. */
  isPrivate?: boolean;
  /** Whether it is a second form of a page: its markup is checked, but not its speed. */
  isMarkupOnly?: boolean;
}

const TEXT = /^\/text(?=[/?]|$)/;

/** Returns every kind of page, and its text edition, its copy and its preview. */
export function auditedPages(db: Db): AuditedPage[] {
  const kinds = kindsOfPages(db);
  const paths = new Set(kinds.map(({ path }) => path));
  const texts = kinds
    .filter(({ path }) => !TEXT.test(path) && !paths.has(editionAddress('text', path)))
    .map(({ name, path }) => ({
      name: `${name}, as text`,
      path: editionAddress('text', path),
      isMarkupOnly: true,
    }));
  const { copies, previews } = formsOfPosts(db);
  return [...kinds, ...texts, ...copies, ...previews];
}

function formsOfPosts(db: Db) {
  const posts = db.$client
    .prepare("select id, slug from posts where status = 'published' order by id")
    .all() as { id: number; slug: string }[];
  const copies = posts.map(({ slug }, index) => ({
    name: `post-${index + 1}, in one file`,
    // Browsers download it, so there is no page to load.
    path: `/${slug}/copy.html`,
    isMarkupOnly: true,
  }));
  const previews = posts.slice(0, 2).map(({ id }, index) => ({
    name: `post-${index + 1}, preview`,
    path: `/admin/posts/${id}/preview`,
    isPrivate: true,
    isMarkupOnly: index > 0,
  }));
  return { copies, previews };
}
