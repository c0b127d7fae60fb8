'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { buttonStyle, fileLabelStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { PageHead, SectionTitle } from '@/components/desk/ui/page';
import { useIsListening } from '@/components/desk/ui/use-is-listening';
import { sendFile } from '@/components/desk/uploads/send-file';
import { UploadLines } from '@/components/desk/uploads/upload-lines.client';
import { useUploadQueue } from '@/components/desk/uploads/use-upload-queue';
import { MEDIA_TYPES } from '@/lib/document/media-facts';
import type { MediaListing } from '@/lib/media/media-listing';
import { FileDrop } from './file-drop.client';
import type { LibraryActions } from './library-types';
import { MediaDialog } from './media-dialog.client';
import { MediaTile } from './media-tile';

interface LibraryProps {
  media: MediaListing[];
  actions: LibraryActions;
  /** Whether the library has no files at all. */
  isEmpty: boolean;
  /** Filters, the count, and links to other pages. */
  children: ReactNode;
}

/** Shows all uploaded files, to view and describe, and uploads more by choosing or dropping files. */
export function Library({ media, actions, isEmpty, children }: LibraryProps) {
  const words = useDeskWords().library;
  const router = useRouter();
  const { queue, lines } = useUploadQueue(sendFile);
  const [openId, setOpenId] = useState<string | null>(null);
  const isListening = useIsListening();
  const take = (files: Iterable<File>) => {
    for (const file of files) queue.add(file, { onDone: () => router.refresh() });
  };
  const open = media.find(({ id }) => id === openId);
  return (
    <FileDrop onFiles={take} label={words.dropHere}>
      <PageHead title={words.title}>
        <label className={buttonStyle({ kind: 'main', className: fileLabelStyle })}>
          {words.add}
          <input
            className="sr-only"
            type="file"
            multiple
            disabled={!isListening}
            accept={MEDIA_TYPES.join(',')}
            onChange={(event) => {
              take(event.target.files ?? []);
              event.target.value = '';
            }}
          />
        </label>
      </PageHead>
      <UploadLines className="mt-8 mb-5" queue={queue} lines={lines} />
      {isEmpty ? <EmptyLibrary /> : children}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-3.5 gap-y-5">
        {media.map((medium) => (
          <li key={medium.id}>
            <MediaTile medium={medium} words={words} onOpen={() => setOpenId(medium.id)} />
          </li>
        ))}
      </ul>
      {open && (
        <MediaDialog
          key={open.id}
          medium={open}
          actions={actions}
          onChange={() => router.refresh()}
          onClose={() => setOpenId(null)}
        />
      )}
    </FileDrop>
  );
}

function EmptyLibrary() {
  const words = useDeskWords().library;
  return (
    <EmptyState kind="page" as="div">
      <SectionTitle className="text-ink">{words.emptyTitle}</SectionTitle>
      <p className="mt-2">{words.emptyHow}</p>
      <p className="mt-2">{words.emptySafe}</p>
    </EmptyState>
  );
}
