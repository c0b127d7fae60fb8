'use client';
import { useEffect, useState } from 'react';
import type { PostDraft, Writing } from '@/lib/posts/types';
import { findLocalCopy, type LocalCopy, setLocalCopyAside } from './autosave/local-copy';
import { isSameWriting } from './autosave/same-writing';
import type { StoredDraft } from './autosave/save-state';
import type { EditorProps } from './editor-types';
import { KnownMediaProvider } from './pictures/known-media.client';
import { WritingRoom } from './writing-room.client';

/** The text that is open, and which opening of one it is. */
export interface Opened extends StoredDraft {
  generation: number;
  /** True when the server does not have this text yet. */
  isNew: boolean;
}

/**
 * Where a post is written. A text that comes from elsewhere (the other side of a conflict, the copy in
 * this browser) opens a fresh editor, so that undo can never leave the document half old, half new.
 */
export function Editor(props: EditorProps) {
  const { draft } = props;
  const [opened, setOpened] = useState<Opened>(() => ({
    version: draft.version,
    writing: writingOf(draft),
    generation: 0,
    isNew: false,
  }));
  const [copy, dropCopy] = useNewerLocalCopy(draft);
  const open = ({ version, writing }: StoredDraft, isNew: boolean) => {
    dropCopy();
    setOpened((before) => ({ version, writing, isNew, generation: before.generation + 1 }));
  };
  return (
    <KnownMediaProvider media={props.media}>
      <WritingRoom
        key={opened.generation}
        {...props}
        opened={opened}
        onOpen={open}
        copy={copy}
        onLeaveCopy={dropCopy}
      />
    </KnownMediaProvider>
  );
}

/** A text in this browser that the server never got. It is put aside at once, so that it stays. */
function useNewerLocalCopy(draft: PostDraft): [LocalCopy | null, () => void] {
  const [copy, setCopy] = useState<LocalCopy | null>(null);
  const [first] = useState(draft);
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const found = await findLocalCopy(first.postId);
      if (!isCurrent || !found || isSameWriting(found.writing, writingOf(first))) return;
      await setLocalCopyAside(first.postId, found);
      setCopy(found);
    };
    look().catch((error) => console.warn('This browser keeps no local copy.', error));
    return () => {
      isCurrent = false;
    };
  }, [first]);
  return [copy, () => setCopy(null)];
}

function writingOf(draft: PostDraft): Writing {
  const { headline, standfirst, body, byline, topicIds, leadMediaId, source, seoTitle, seoDescription } =
    draft;
  return { headline, standfirst, body, byline, topicIds, leadMediaId, source, seoTitle, seoDescription };
}
