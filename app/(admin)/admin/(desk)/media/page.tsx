import type { Metadata } from 'next';
import { Library } from '@/components/desk/library/library.client';
import { LibraryFilters } from '@/components/desk/library/library-filters';
import { hintStyle } from '@/components/desk/ui/field';
import { Pagination } from '@/components/desk/ui/pagination';
import { mayEditLibrary } from '@/lib/accounts/policies';
import { adminPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import { MediaFilter } from '@/lib/media/media-filter';
import { listMedia } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { describe, edit, findEdit, forgetName, listUses, remove } from './actions';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).library.title };
}

const PER_PAGE = 48;

export default async function MediaPage({ searchParams }: PageProps<'/admin/media'>) {
  await requireUserWho(mayEditLibrary);
  const asked = await searchParams;
  const { library: words } = await deskWords();
  const filter = MediaFilter.parse(asked);
  const page = Math.max(1, Number.parseInt(String(asked.page ?? 1), 10) || 1);
  const { media, total } = listMedia(database(), { ...filter, page, perPage: PER_PAGE });
  const isFiltered = Boolean(filter.q || filter.kind || filter.without || filter.used);
  const pageAddress = (number: number) => adminPath('media', { ...filter, page: String(number) });
  return (
    <Library
      media={media}
      actions={{ describe, forgetName, remove, edit, findEdit, listUses }}
      isEmpty={total === 0 && !isFiltered}
    >
      <LibraryFilters filter={filter} words={words} />
      <p className={`mb-3 ${hintStyle}`} role="status">
        {total === 0 && isFiltered ? words.noneFound : fill(words.count, { count: total })}
      </p>
      {(page > 1 || total > page * PER_PAGE) && (
        <Pagination
          label={words.pages}
          className="mb-4"
          previous={page > 1 ? { href: pageAddress(page - 1), name: words.previousPage } : null}
          next={total > page * PER_PAGE ? { href: pageAddress(page + 1), name: words.nextPage } : null}
        />
      )}
    </Library>
  );
}
