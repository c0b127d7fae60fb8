'use client';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { Spinner } from '@/components/desk/ui/spinner';
import { adminPostPath, postPath } from '@/lib/addresses';
import type { DeskStrings } from '@/lib/language/strings';
import type { MediaUse, MediaUses } from '@/lib/media/find-uses';
import type { LibraryActions } from './library-types';

interface UsesListProps {
  mediaId: string;
  listUses: LibraryActions['listUses'];
}

/** Lists where a medium is used, fetched when the list is opened. */
export function UsesList({ mediaId, listUses }: UsesListProps) {
  const words = useDeskWords().library;
  // What went wrong, as a sentence, instead of the list.
  const [found, setFound] = useState<MediaUses | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    listUses({ mediaId }).then(
      (answer) => isWanted && setFound(answer.ok ? answer.value : answer.message),
      () => isWanted && setFound(words.unreachable),
    );
    return () => {
      isWanted = false;
    };
  }, [mediaId, listUses, words.unreachable]);
  return (
    <section>
      <h3 className="text-ui mb-1 font-semibold">{words.usedIn}</h3>
      {found === null && <Spinner className="text-small">{words.looking}</Spinner>}
      {typeof found === 'string' && <p role="alert">{found}</p>}
      {found !== null && typeof found !== 'string' && <Uses found={found} words={words} />}
    </section>
  );
}

function Uses({ found: { uses, morePosts }, words }: { found: MediaUses; words: DeskStrings['library'] }) {
  if (uses.length === 0) return <p className={hintStyle}>{words.usedNowhere}</p>;
  return (
    <>
      {morePosts > 0 && <p className={hintStyle}>{words.usedOften}</p>}
      <ul>
        {uses.map((use) => (
          <li className="py-1" key={`${use.kind}-${use.id}`}>
            <Use use={use} words={words} />
          </li>
        ))}
      </ul>
    </>
  );
}

const ROOMS = {
  topic: { address: '/admin/topics', as: 'asTopic' },
  author: { address: '/admin/authors', as: 'asAuthor' },
  series: { address: '/admin/series', as: 'asSeries' },
  site: { address: '/admin/settings/looks', as: 'asSite' },
  template: { address: '/admin/templates', as: 'asTemplate' },
  snippet: { address: '/admin/templates', as: 'asSnippet' },
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
