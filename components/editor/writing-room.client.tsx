'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MediaFacts } from '@/lib/media/media-facts';
import { SaveIndicator } from './autosave/save-indicator.client';
import { insertPictures } from './body/insert-pictures';
import type { Opened, OpenText } from './editor.client';
import { EditorHeader } from './editor-header.client';
import type { EditorProps } from './editor-types';
import { PostPanel } from './panel/post-panel.client';
import { PasteSummary } from './paste/paste-summary.client';
import { isWorthTelling } from './paste/summarised';
import { usePasting } from './paste/use-pasting';
import { Incoming } from './pictures/incoming.client';
import { PicturePicker } from './pictures/picture-picker.client';
import { ConflictDialog } from './safety/conflict-dialog.client';
import { LocalCopyOffer } from './safety/local-copy-offer.client';
import { RefusedNotice } from './safety/refused-notice.client';
import type { useLocalCopies } from './safety/use-local-copies';
import { useOtherTexts } from './safety/use-other-texts';
import { useSafety } from './safety/use-safety';
import type { WritingTab } from './tabs/use-post-tabs';
import { type Asking, Toolbar } from './toolbar/toolbar.client';
import { usePostCommands } from './use-post-commands';
import { useWriting } from './use-writing';
import { WritingColumn } from './writing-column.client';

interface WritingRoomProps extends EditorProps {
  opened: Opened;
  onOpen: OpenText;
  copies: ReturnType<typeof useLocalCopies>;
  /** False until it is known that no other tab writes. */
  isOpen: boolean;
  /** Where this room is known to the other tabs while it is open. */
  tab: RefObject<WritingTab | null>;
  /** Tells the tabs that follow. */
  onTell: () => void;
}

/** One opening of a text: writing surface, toolbar, panel, and everything that keeps the text safe. */
export function WritingRoom(props: WritingRoomProps) {
  const { draft, opened, onOpen, copies, tab, onTell, isOpen } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const [isPicking, setPicking] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const panelButton = useRef<HTMLButtonElement>(null);
  const insert = (media: MediaFacts[]) => {
    if (writing.editor) insertPictures(writing.editor, media);
  };
  const pasting = usePasting();
  const writing = useWriting(draft, opened, {
    onFiles: (files, position) => pasting.incoming.takeFiles(files, position),
    onLink: () => setAsking('link'),
    onCard: () => setAsking('card'),
    onPicture: () => setPicking(true),
    paste: pasting.hooks,
  });
  const { editor, saveState } = writing;
  const commands = usePostCommands(writing.autosave);
  const others = useOtherTexts(draft.postId, writing, onOpen);
  useSafety(writing, tab, onTell);
  useEffect(() => editor?.setEditable(isOpen, false), [editor, isOpen]);
  const saveAsNew = async (): Promise<string | null> => {
    const outcome = await props.actions.saveAsNew({ language: draft.language, writing: writing.read() });
    if (!outcome.ok) return outcome.message;
    await writing.autosave.abandon();
    window.location.assign(`/admin/posts/${outcome.value.postId}`);
    return null;
  };
  const closePanel = () => {
    setPanelOpen(false);
    panelButton.current?.focus();
  };
  return (
    <div className="editor">
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
        <LocalCopyOffer
          key={copy.line}
          copy={copy}
          present={writing.read}
          language={draft.language}
          topics={props.topics}
          media={props.media}
          onTake={(text) => void copies.leave(copy).then(() => others.use(text))}
          onUse={() => void others.use(copy.writing, copy)}
          onLeave={() => void copies.leave(copy)}
        />
      ))}
      {saveState.kind === 'failed' && saveState.code !== 'unavailable' && (
        <RefusedNotice
          state={saveState}
          editor={editor}
          headline={writing.fields.headline}
          onSaveAsNew={saveAsNew}
        />
      )}
      {saveState.kind === 'conflict' && (
        <ConflictDialog
          read={writing.read}
          theirs={saveState.theirs.writing}
          language={draft.language}
          topics={props.topics}
          media={props.media}
          onMerge={(merged) => void others.merge(merged, saveState.theirs)}
          onLoadTheirs={() => void others.loadTheirs(saveState.theirs)}
          onKeepMine={() => void others.keepMine(saveState.theirs)}
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
          {...props}
          writing={writing}
          commands={commands}
          isOpen={isPanelOpen}
          onClose={closePanel}
          onUseText={others.use}
          onRestored={(restored) => onOpen(restored, false)}
        />
      </div>
      <Incoming incoming={pasting.incoming} />
      {editor && pasting.last && isWorthTelling(pasting.last) && (
        <PasteSummary editor={editor} last={pasting.last} onClose={pasting.forget} />
      )}
      {isPicking && (
        <PicturePicker
          onPick={(media) => {
            setPicking(false);
            insert(media);
          }}
          onFiles={(files) => {
            setPicking(false);
            pasting.incoming.takeFiles(files, undefined, true);
            editor?.commands.focus();
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
