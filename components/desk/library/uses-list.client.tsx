'use client';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { adminPostPath, postPath } from '@/lib/addresses';
import type { DeskStrings } from '@/lib/language/strings';
import type { MediaUse } from '@/lib/media/find-uses';
import type { LibraryActions } from './library-types';

interface UsesListProps {
  mediaId: string;
  listUses: LibraryActions['listUses'];
}

/** Lists where a medium is used, fetched when the list is opened. */
export function UsesList({ mediaId, listUses }: UsesListProps) {
  const words = useDeskWords().library;
  // What went wrong, as a sentence, instead of the list.
  const [uses, setUses] = useState<MediaUse[] | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    listUses({ mediaId }).then(
      (found) => isWanted && setUses(found.ok ? found.value : found.message),
      () => isWanted && setUses(words.unreachable),
    );
    return () => {
      isWanted = false;
    };
  }, [mediaId, listUses, words.unreachable]);
  return (
    <section>
      <h3 className="text-ui mb-1 font-semibold">{words.usedIn}</h3>
      {uses === null && <p className={hintStyle}>{words.looking}</p>}
      {typeof uses === 'string' && <p role="alert">{uses}</p>}
      {Array.isArray(uses) && uses.length === 0 && <p className={hintStyle}>{words.usedNowhere}</p>}
      {Array.isArray(uses) && uses.length > 0 && (
        <ul>
          {uses.map((use) => (
            <li className="py-1" key={`${use.kind}-${use.id}`}>
              <Use use={use} words={words} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ROOMS = {
  topic: { address: '/admin/topics', as: 'asTopic' },
  author: { address: '/admin/authors', as: 'asAuthor' },
  series: { address: '/admin/series', as: 'asSeries' },
} as const;

function Use({ use, words }: { use: MediaUse; words: DeskStrings['library'] }) {
  if (use.kind !== 'post') {
    const { address, as } = ROOMS[use.kind];
    return (
      <>
        <a className="underline" href={address}>
          {use.name}
        </a>{' '}
        <span className={hintStyle}>{words[as]}</span>
      </>
    );
  }
  const where = [use.inDraft && words.inDraft, use.inLive && words.inLive, use.inHistory && words.inHistory];
  return (
    <>
      <a className="underline" href={adminPostPath(use.id)}>
        {use.headline || words.noHeadline}
      </a>{' '}
      <span className={hintStyle}>{where.filter(Boolean).join(' · ')}</span>
      {use.slug && (
        <>
          {' '}
          <a className="underline" href={postPath(use.slug)}>
            {words.viewLive}
            <span className="sr-only">: {use.headline}</span>
          </a>
        </>
      )}
    </>
  );
}
