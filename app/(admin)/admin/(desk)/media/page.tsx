import type { Metadata } from 'next';
import { PictureCard } from '@/components/admin/picture-card';
import { UploadField } from '@/components/admin/upload-field.client';
import { listMedia } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { describe, remove } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Media' };

const PER_PAGE = 48;

export default async function MediaPage({ searchParams }: PageProps<'/admin/media'>) {
  await requireUser();
  const asked = await searchParams;
  const q = String(asked.q ?? '').slice(0, 200);
  const page = Math.max(1, Number.parseInt(String(asked.page ?? 1), 10) || 1);
  const { media, total } = listMedia(database(), { q, page, perPage: PER_PAGE });
  return (
    <>
      <div className="desk-head">
        <h1>Media</h1>
        <UploadField />
      </div>
      <search>
        <form className="filters" action="/admin/media">
          <input
            className="input"
            type="search"
            name="q"
            aria-label="Search pictures"
            placeholder="Search"
            defaultValue={q}
          />
          <button type="submit" className="quiet">
            Show
          </button>
        </form>
      </search>
      {media.length === 0 && (
        <p className="hint">No picture is like that. Add some above, or in the editor.</p>
      )}
      <ul className="pictures">
        {media.map((picture) => (
          <PictureCard key={picture.id} picture={picture} describe={describe} remove={remove} />
        ))}
      </ul>
      {total > page * PER_PAGE && (
        <a className="quiet mt-6" href={`/admin/media?q=${encodeURIComponent(q)}&page=${page + 1}`}>
          Older pictures
        </a>
      )}
    </>
  );
}
