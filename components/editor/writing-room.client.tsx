'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPostPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import { EditorHeader } from './editor-header.client';
import type { EditorProps } from './ground/editor-types';
import { Lazy } from './ground/lazy.client';
import type { PanelProps } from './ground/panel-types';
import { HistorySection } from './history/history-section.client';
import { loadCompareDialog } from './history/lazy-parts';
import { loadPasteSummary, loadPicturePicker } from './intake/lazy-parts';
import { isNoteworthy } from './intake/paste/summary-items';
import { usePasting } from './intake/paste/use-pasting';
import { Incoming } from './intake/pictures/incoming.client';
import { insertPictures } from './intake/pictures/insert-pictures';
import { LeadPictureSection } from './intake/pictures/lead-picture-section.client';
import { PostPanel } from './publishing/panel/post-panel.client';
import { SaveIndicator } from './saving/autosave/save-indicator.client';
import { loadConflictDialog, loadLocalCopyOffer, loadRefusedNotice } from './saving/lazy-parts';
import type { Opened, OpenText } from './saving/opened';
import { SetAsideSection } from './saving/safety/set-aside-section.client';
import type { useLocalCopies } from './saving/safety/use-local-copies';
import { useSafety } from './saving/safety/use-safety';
import type { SetAsideTexts } from './saving/safety/use-set-aside';
import { useSetAsideTexts } from './saving/safety/use-set-aside-texts';
import type { WritingTab } from './saving/tabs/use-post-tabs';
import { type OpenForm, Toolbar } from './text/toolbar/toolbar.client';
import { usePostCommands } from './use-post-commands';
import { usePreloadedParts } from './use-preloaded-parts';
import { useWriting } from './use-writing';
import { WritingColumn } from './writing-column.client';

interface WritingRoomProps extends EditorProps {
  opened: Opened;
  onOpen: OpenText;
  copies: ReturnType<typeof useLocalCopies>;
  /** The set-aside texts. */
  setAside: SetAsideTexts;
  /** False until it is known that no other tab writes. */
  isOpen: boolean;
  /** Makes this room available to the tab hand-over while it is open. */
  tab: RefObject<WritingTab | null>;
  /** Sends the text to the following tabs. */
  onTell: () => void;
}

/** Renders one opened text: writing surface, toolbar, panel, and everything that keeps the text safe. */
export function WritingRoom(props: WritingRoomProps) {
  const { draft, opened, onOpen, copies, setAside, tab, onTell, isOpen } = props;
  const words = useDeskWords();
  const [asking, setAsking] = useState<OpenForm>(null);
  const [isPicking, setPicking] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const panelButton = useRef<HTMLButtonElement>(null);
  const room = useRef<HTMLElement>(null);
  const insert = (media: MediaFacts[]) => {
    if (writing.editor) insertPictures(writing.editor, media);
  };
  const pasting = usePasting();
  const writing = useWriting(draft, opened, {
    onFiles: (files, position) => pasting.incoming.takeFiles(files, position),
    onLink: () => setAsking('link'),
    onCard: () => setAsking('card'),
    onPicture: () => setPicking(true),
    pasting: pasting.extension,
  });
  const { editor, trouble } = writing;
  const commands = usePostCommands(writing.autosave);
  const others = useSetAsideTexts(draft.postId, writing, onOpen, setAside);
  useSafety(writing, room, tab, onTell);
  usePreloadedParts(editor);
  useEffect(() => editor?.setEditable(isOpen, false), [editor, isOpen]);
  const saveAsNew = async (): Promise<string | null> => {
    const outcome = await props.actions.saveAsNew({ language: draft.language, writing: writing.read() });
    if (!outcome.ok) return outcome.message;
    await writing.autosave.abandon();
    window.location.assign(adminPostPath(outcome.value.postId));
    return null;
  };
  const closePanel = () => {
    setPanelOpen(false);
    panelButton.current?.focus();
  };
  const panel: PanelProps = {
    ...props,
    writing,
    commands,
    onRestored: (restored) => onOpen(restored, false),
  };
  return (
    <main ref={room} className="editor">
      <h1 className="ed-unseen">{words.posts.edit}</h1>
      <div className="editor-top">
        <EditorHeader
          {...props}
          writing={writing}
          commands={commands}
          indicator={<SaveIndicator autosave={writing.autosave} notice={commands.notice} slug={draft.slug} />}
          panelButton={panelButton}
          isPanelOpen={isPanelOpen}
          onPanel={() => setPanelOpen(!isPanelOpen)}
        />
        {editor && (
          <Toolbar editor={editor} asking={asking} onAsk={setAsking} onPicture={() => setPicking(true)} />
        )}
      </div>
      {copies.offered.map((copy) => (
        <Lazy
          key={copy.line}
          load={loadLocalCopyOffer}
          props={{
            copy,
            present: writing.read,
            loadCompare: loadCompareDialog,
            language: draft.language,
            topics: props.topics,
            media: props.media,
            onTake: (text) => void copies.leave(copy).then(() => others.use(text)),
            onUse: () => void others.use(copy.writing, copy),
            onLeave: () => void copies.leave(copy),
          }}
        />
      ))}
      {trouble?.kind === 'failed' && trouble.code !== 'unavailable' && (
        <Lazy
          load={loadRefusedNotice}
          props={{ state: trouble, editor, headline: writing.fields.headline, onSaveAsNew: saveAsNew }}
        />
      )}
      {trouble?.kind === 'conflict' && (
        <Lazy
          load={loadConflictDialog}
          props={{
            read: writing.read,
            loadCompare: loadCompareDialog,
            theirs: trouble.theirs.writing,
            language: draft.language,
            topics: props.topics,
            media: props.media,
            onMerge: (merged) => void others.merge(merged, trouble.theirs),
            onLoadTheirs: () => void others.loadTheirs(trouble.theirs),
            onKeepMine: () => void others.keepMine(trouble.theirs),
          }}
        />
      )}
      <div className="editor-columns">
        <WritingColumn
          editor={editor}
          fields={writing.fields}
          isOpen={isOpen}
          change={writing.change}
          language={draft.language}
          asks={{ onPicture: () => setPicking(true), onCard: () => setAsking('card') }}
        />
        <PostPanel
          {...panel}
          isOpen={isPanelOpen}
          onClose={closePanel}
          leadPicture={<LeadPictureSection {...panel} />}
          history={<HistorySection {...panel} />}
          setAside={<SetAsideSection setAside={setAside} onUseText={others.use} />}
        />
      </div>
      <Incoming incoming={pasting.incoming} />
      {editor && pasting.last && isNoteworthy(pasting.last) && (
        <Lazy load={loadPasteSummary} props={{ editor, last: pasting.last, onClose: pasting.forget }} />
      )}
      {isPicking && (
        <Lazy
          load={loadPicturePicker}
          props={{
            onPick: (media) => {
              setPicking(false);
              insert(media);
            },
            onFiles: (files) => {
              setPicking(false);
              pasting.incoming.takeFiles(files, undefined, true);
              // The dialog closes without returning the focus: one frame later the text has it.
              editor?.commands.focus();
            },
            onClose: () => setPicking(false),
          }}
        />
      )}
    </main>
  );
}
