'use client';
import { useEditor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { PostDraft, Writing } from '@/lib/posts/types';
import type { Fields } from './ground/editor-types';
import type { HearState } from './ground/post-news';
import { countingStyle } from './ground/surface-styles';
import { BlockTexts } from './saving/autosave/block-texts';
import { useAutosave } from './saving/autosave/use-autosave';
import type { Opened } from './saving/opened';
import { type EditorHooks, editorExtensions } from './text/body/editor-extensions';

const CLEARANCE_PX = { top: 160, bottom: 80, left: 0, right: 0 };

/**
 * Manages the open text: its fields, its body in Tiptap, and the autosave of both. The body is serialised only
 * when something saves it, so that typing stays cheap.
 */
export function useWriting(draft: PostDraft, opened: Opened, hear: HearState, hooks: EditorHooks) {
  const { body, ...openedFields } = opened.writing;
  const [fields, setFields] = useState<Fields>(openedFields);
  const words = useDeskWords();
  const latest = useRef<Fields>(openedFields);
  const latestHooks = useRef(hooks);
  latestHooks.current = hooks;
  const changed = useRef(() => {});

  const editor = useEditor({
    extensions: editorExtensions(
      {
        onFiles: (files, position) => latestHooks.current.onFiles(files, position),
        onLink: () => latestHooks.current.onLink(),
        onCard: () => latestHooks.current.onCard(),
        onPicture: () => latestHooks.current.onPicture(),
        onSnippets: () => latestHooks.current.onSnippets(),
        pasting: hooks.pasting,
      },
      words,
      draft.language,
    ),
    content: body,
    // A strict content-security policy refuses style elements that scripts add: see prosemirror.css.
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    // Pasted Markdown is parsed; text pasted as plain text keeps its asterisks.
    enablePasteRules: ['links'],
    onUpdate: () => changed.current(),
    editorProps: {
      // Keeps the caret clear of the sticky toolbar at the top.
      scrollThreshold: CLEARANCE_PX,
      scrollMargin: CLEARANCE_PX,
      attributes: {
        class: `document ${countingStyle}`,
        'data-part': 'writing-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.editor.text,
        spellcheck: 'true',
      },
    },
  });
  const read = (): Writing => ({
    ...latest.current,
    body: editor?.getJSON() ?? body,
  });
  const [blocks] = useState(() => new BlockTexts());
  const readText = () => {
    const bodyText = editor ? blocks.of(editor.state.doc) : JSON.stringify(body);
    return `${JSON.stringify(latest.current).slice(0, -1)},"body":${bodyText}}`;
  };
  const { autosave, trouble } = useAutosave(draft.postId, opened, readText, hear);
  changed.current = () => autosave.changed();

  const change = useCallback(
    (patch: Partial<Fields>) => {
      latest.current = { ...latest.current, ...patch };
      setFields(latest.current);
      autosave.changed();
    },
    [autosave],
  );
  useEffect(() => {
    if (opened.isNew) autosave.changed();
  }, [opened.isNew, autosave]);
  return { editor, fields, change, read, autosave, trouble };
}
