'use client';
import { useMemo, useState } from 'react';
import { writingOf } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';
import type { EditorProps } from './ground/editor-types';
import { KnownMediaProvider, useKnownMedia } from './ground/known-media.client';
import { Lazy } from './ground/lazy.client';
import { PlacesProvider } from './ground/places.client';
import type { EditSession } from './ground/save-state';
import { usePostNews } from './publishing/news/use-post-news';
import { fetchDraft } from './saving/autosave/draft-client';
import { readWriting } from './saving/autosave/read-writing';
import { newLine } from './saving/autosave/use-autosave';
import { loadFollowingRoom } from './saving/lazy-parts';
import type { Opened, OpenText } from './saving/opened';
import { SignInAgainProvider } from './saving/safety/sign-in-again.client';
import { type ServerDraft, useLocalCopies } from './saving/safety/use-local-copies';
import { useSetAside } from './saving/safety/use-set-aside';
import { usePostTabs } from './saving/tabs/use-post-tabs';
import { WritingRoom } from './writing-room.client';

/** How long a closing tab may still be sending its last save, ms. */
const LAST_WORDS_MS = 400;

/** Renders the editor of a post, writable in one tab of this browser at a time. */
export function Editor(props: EditorProps) {
  return (
    <KnownMediaProvider
      media={props.media}
      rememberWords={props.actions.rememberWords}
      editing={props.may.editLibrary ? props.actions : null}
    >
      <SignInAgainProvider signIn={props.actions.signInAgain} userId={props.userId}>
        <PlacesProvider>
          <OpenPost {...props} />
        </PlacesProvider>
      </SignInAgainProvider>
    </KnownMediaProvider>
  );
}

/**
 * Renders the post in this tab. A text from elsewhere (the other side of a conflict, the copy in this browser,
 * another tab) opens a new editor, so that undo can never produce a mix of two documents.
 */
function OpenPost(props: EditorProps) {
  const { postId } = props.draft;
  const { draft, news } = usePostNews(props.draft);
  const { add } = useKnownMedia();
  const [servers, setServers] = useState<ServerDraft>(() => ({
    ...props.draft,
    writing: writingOf(props.draft),
  }));
  const [opened, setOpened] = useState<Opened>(() => ({
    version: servers.version,
    writing: servers.writing,
    line: newLine(),
    sequence: 0,
    generation: 0,
    isNew: false,
  }));
  const open: OpenText = ({ version, writing }, isNew, line = { line: newLine(), sequence: 0 }) =>
    setOpened(({ generation }) => ({ version, writing, isNew, ...line, generation: generation + 1 }));
  const takeOver = async (at: EditSession | null) => {
    if (at)
      open(
        { version: at.version, writing: JSON.parse(at.text) },
        at.mark.sequence > at.acknowledged,
        at.mark,
      );
    else await new Promise((done) => setTimeout(done, LAST_WORDS_MS));
    const now = await fetchDraft(postId);
    add(now.media);
    setServers(now);
    if (!at) open(now, false);
  };
  const { role, followed, tell, take, writing } = usePostTabs(postId, (at) => {
    takeOver(at).catch((error) => console.warn('The newest text could not be fetched.', error));
  });
  const setAside = useSetAside(postId);
  const copies = useLocalCopies(postId, servers, role === 'writing', opened.line, setAside.keep);
  const followedWriting = useFollowed(followed, opened.writing);
  if (role === 'following')
    return (
      <Lazy
        load={loadFollowingRoom}
        props={{ writing: followedWriting, language: props.draft.language, onTake: take }}
      />
    );
  return (
    <WritingRoom
      key={opened.generation}
      {...props}
      draft={draft}
      news={news}
      opened={opened}
      onOpen={open}
      copies={copies}
      setAside={setAside}
      isOpen={role === 'writing'}
      tab={writing}
      onTell={tell}
    />
  );
}

function useFollowed(followed: EditSession | null, otherwise: Writing): Writing {
  return useMemo(() => (followed ? readWriting(followed.text) : otherwise), [followed, otherwise]);
}
