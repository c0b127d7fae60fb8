'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { EditorHeader } from './editor-header.client';
import type { EditorProps } from './ground/editor-types';
import type { PanelProps } from './ground/panel-types';
import type { PostCommands } from './ground/post-commands';
import type { PostNews } from './ground/post-news';
import { EDITOR_ROOM } from './ground/room';
import { HistorySection } from './history/history-section.client';
import { Intake } from './intake/intake.client';
import { usePasting } from './intake/paste/use-pasting';
import { LeadPictureSection } from './intake/pictures/lead-picture-section.client';
import { useSnippets } from './intake/snippets/use-snippets';
import { NewsBanner } from './publishing/news/news-banner.client';
import { PostPanel } from './publishing/panel/post-panel.client';
import { SafetyNotices } from './safety-notices.client';
import { SaveIndicator } from './saving/autosave/save-indicator.client';
import type { Opened, OpenText } from './saving/opened';
import { SetAsideSection } from './saving/safety/set-aside-section.client';
import type { useLocalCopies } from './saving/safety/use-local-copies';
import { useSafety } from './saving/safety/use-safety';
import type { SetAsideTexts } from './saving/safety/use-set-aside';
import { useSetAsideTexts } from './saving/safety/use-set-aside-texts';
import type { WritingTab } from './saving/tabs/use-post-tabs';
import type { WordGoal } from './text/foot/word-goal';
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
  /** What became of the post while it is open. */
  news: PostNews;
}

/** The bar at the top. In focus mode it returns for a pointer, the keyboard, or a problem with the text. */
const topStyle = [
  'sticky top-0 z-10 border-b border-rule bg-paper',
  'group-has-data-focused/room:border-transparent group-has-data-focused/room:opacity-0',
  'motion-safe:group-has-data-focused/room:transition-opacity motion-safe:group-has-data-focused/room:duration-200',
  '[&:is(:hover,:focus-within,:has([data-trouble]))]:opacity-100',
].join(' ');

/** Renders one opened text: writing surface, toolbar, panel, and everything that keeps the text safe. */
export function WritingRoom(props: WritingRoomProps) {
  const { draft, onOpen, setAside, isOpen } = props;
  const words = useDeskWords();
  const room = useRef<HTMLElement>(null);
  const asks = useAsks();
  const { pasting, writing, commands, others, snippets } = useOpenText(props, room, asks);
  const goal = useGoal(props, commands);
  const side = useSidePanel();
  const { editor } = writing;
  const panel: PanelProps = {
    ...props,
    writing,
    commands,
    onRestored: (restored) => onOpen(restored, false),
  };
  return (
    <main ref={room} {...EDITOR_ROOM}>
      <h1 className="sr-only">{words.posts.edit}</h1>
      <div className={topStyle}>
        <EditorHeader
          {...props}
          writing={writing}
          commands={commands}
          indicator={<SaveIndicator autosave={writing.autosave} notice={commands.notice} post={draft} />}
          panelButton={side.button}
          isPanelOpen={side.isOpen}
          onPanel={side.toggle}
        />
        {editor && (
          <Toolbar
            editor={editor}
            asking={asks.asking}
            onAsk={asks.ask}
            onPicture={asks.onPicture}
            onSnippets={snippets.open}
          />
        )}
      </div>
      <NewsBanner draft={draft} news={props.news} />
      <SafetyNotices {...props} writing={writing} others={others} />
      <div className="grid grid-cols-1 xl:grid-cols-[minmax(0,1fr)_20rem] xl:has-data-focused:grid-cols-1">
        <WritingColumn
          editor={editor}
          fields={writing.fields}
          isOpen={isOpen}
          change={writing.change}
          language={draft.language}
          asks={{ ...asks, onSnippets: snippets.open }}
          snippets={snippets}
          goal={goal}
        />
        <PostPanel
          {...panel}
          isOpen={side.isOpen}
          onClose={side.close}
          leadPicture={<LeadPictureSection {...panel} />}
          history={<HistorySection {...panel} />}
          setAside={<SetAsideSection setAside={setAside} onUseText={others.use} />}
        />
      </div>
      <Intake
        editor={editor}
        pasting={pasting}
        isPicking={asks.isPicking}
        onClosePicker={asks.closePicker}
        snippets={snippets}
        keepSnippet={props.actions.keepSnippet}
        language={draft.language}
      />
    </main>
  );
}

/** What is asked over the text: the address of a link or of a card, or which picture. */
function useAsks() {
  const [asking, ask] = useState<OpenForm>(null);
  const [isPicking, setPicking] = useState(false);
  return {
    asking,
    ask,
    isPicking,
    onLink: () => ask('link'),
    onCard: () => ask('card'),
    onPicture: () => setPicking(true),
    closePicker: () => setPicking(false),
  };
}

/** The text in the editor, and everything that saves it, keeps it safe and changes its post. */
function useOpenText(
  { draft, opened, onOpen, setAside, tab, onTell, news, isOpen }: WritingRoomProps,
  room: RefObject<HTMLElement | null>,
  { onLink, onCard, onPicture }: ReturnType<typeof useAsks>,
) {
  const pasting = usePasting();
  const openSnippets = useRef(() => {});
  const writing = useWriting(draft, opened, news.hear, {
    onFiles: (files, position) => pasting.incoming.takeFiles(files, position),
    onLink,
    onCard,
    onPicture,
    onSnippets: () => openSnippets.current(),
    pasting: pasting.extension,
  });
  const { editor } = writing;
  const snippets = useSnippets(editor, draft.language);
  openSnippets.current = snippets.open;
  const commands = usePostCommands(writing.autosave, news.ask);
  const others = useSetAsideTexts(draft.postId, writing, onOpen, setAside);
  useSafety(writing, room, tab, onTell);
  usePreloadedParts(editor);
  useEffect(() => editor?.setEditable(isOpen, false), [editor, isOpen]);
  return { pasting, writing, commands, others, snippets };
}

/** The writing goal of the post, and what sets another. */
function useGoal({ draft, actions }: EditorProps, commands: PostCommands): WordGoal {
  const words = useDeskWords().editor;
  const { postId, wordGoal } = draft;
  return {
    words: wordGoal,
    set: async (goal) => {
      const text = goal === null ? words.goalRemoved : words.goalSet;
      return (await commands.run(() => actions.setWritingGoal({ postId, goal }), { text })) !== null;
    },
  };
}

/** Whether the panel is open where it covers the text, and the button that opens it. */
function useSidePanel() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return { isOpen, button, close, toggle: () => setOpen(!isOpen) };
}
