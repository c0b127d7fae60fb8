'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { Announcer } from './ground/announce.client';
import type { Fields } from './ground/editor-types';
import { Lazy } from './ground/lazy.client';
import { CardOffer } from './intake/cards/card-offer.client';
import type { OpenSnippets } from './intake/snippets/use-snippets';
import type { BlockAsks } from './text/blocks/block-list';
import { Foot } from './text/foot/foot.client';
import { useFocusMode } from './text/foot/use-focus-mode';
import type { WordGoal } from './text/foot/word-goal';
import { SlashHost } from './text/slash/slash-host.client';
import { WritingSurface } from './writing-surface.client';

interface WritingColumnProps {
  editor: Editor | null;
  fields: Fields;
  /** False until it is known that no other tab writes. */
  isOpen: boolean;
  change: (patch: Partial<Fields>) => void;
  language: LanguageCode;
  asks: BlockAsks;
  snippets: OpenSnippets;
  goal: WordGoal;
}

// Loaded on first use: the text itself opens without them.
const loadFindBar = () => import('./text/find/find-bar.client').then((find) => find.FindBar);
const loadBlockMenu = () => import('./text/arranging/block-menu.client').then((menu) => menu.BlockMenu);
const loadBlockHandle = () =>
  import('./text/arranging/block-handle.client').then((handle) => handle.BlockHandle);

/** Renders the text with its writing tools, which stay unobtrusive until they are used. */
export function WritingColumn(props: WritingColumnProps) {
  const { editor, fields, isOpen, change, language, asks, snippets, goal } = props;
  const [isFocused, setFocused] = useFocusMode(editor);
  const [findAsked, setFindAsked] = useState(0);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isPointed, setPointed] = useState(false);
  const find = () => setFindAsked((before) => before + 1);
  useKeys({ f: find, 'alt+m': () => setMenuOpen(true), 'alt+s': snippets.open });
  return (
    <div
      className="group/column flex min-h-[calc(100dvh-6.5rem)] min-w-0 flex-col"
      data-focused={isFocused || undefined}
      onPointerMove={isPointed ? undefined : (event) => setPointed(event.pointerType === 'mouse')}
    >
      {editor && findAsked > 0 && (
        <Lazy
          load={loadFindBar}
          props={{ editor, fields, change, asked: findAsked, onClose: () => setFindAsked(0) }}
        />
      )}
      <WritingSurface editor={editor} fields={fields} isOpen={isOpen} change={change} language={language}>
        {editor && <CardOffer editor={editor} />}
        {editor && isPointed && (
          <Lazy load={loadBlockHandle} props={{ editor, onMenu: () => setMenuOpen(true) }} />
        )}
      </WritingSurface>
      {editor && (
        <>
          <SlashHost
            editor={editor}
            asks={asks}
            snippets={snippets.named}
            onOpen={() => snippets.found === null && void snippets.load()}
          />
          {isMenuOpen && (
            <Lazy load={loadBlockMenu} props={{ editor, asks, onClose: () => setMenuOpen(false) }} />
          )}
          <Foot
            editor={editor}
            language={language}
            goal={goal}
            isFocused={isFocused}
            onFocusMode={setFocused}
            onFind={find}
          />
        </>
      )}
      {editor && <Announcer editor={editor} />}
    </div>
  );
}

/** Returns the letter of a key, also where Option or a Khmer keyboard makes another sign of it. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[\x20-\x7e]$/.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();
}

/**
 * Handles keys with Ctrl or Cmd, wherever the focus is on the page; but within the search, Ctrl-F is the
 * browser's.
 */
function useKeys(works: Record<string, () => void>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.defaultPrevented) return;
      const work = works[(event.altKey ? 'alt+' : '') + letterOf(event)];
      const isInSearch = event.target instanceof Element && event.target.closest('[role="search"], dialog');
      if (!work || isInSearch) return;
      event.preventDefault();
      work();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
