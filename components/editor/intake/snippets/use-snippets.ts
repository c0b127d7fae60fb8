'use client';
import { closeHistory } from '@tiptap/pm/history';
import type { Editor } from '@tiptap/react';
import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { announce } from '@/components/editor/ground/announce.client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import type { NamedSnippet } from '@/components/editor/ground/named-snippet';
import type { LanguageCode } from '@/lib/language/languages';
import type { Snippet } from '@/lib/snippets/snippets';
import { selectedBody } from './selected-body';
import { fetchSnippets } from './snippet-client';
import { plainText, snippetInserted } from './snippet-inserted';
import { focusedTextField, insertInField, type TextField } from './text-field';

/** What the dialog was opened on. */
interface Opened {
  /** The field into which a snippet goes; null for the text. */
  field: TextField | null;
  /** The selection of the text, which can be kept; null when there is none. */
  selected: unknown;
}

/** The snippets of an open text. */
export interface OpenSnippets {
  /** Null until they were fetched. */
  found: Snippet[] | null;
  /** Why they could not be fetched; empty when the server was not reached. */
  trouble: string | null;
  /** Fetches them again. */
  load: () => Promise<void>;
  /** Those for the language of the text, for the slash menu. */
  named: NamedSnippet[];
  opened: Opened | null;
  open: () => void;
  close: () => void;
  /** Closes the dialog and inserts a snippet where the caret was. */
  choose: (snippet: Snippet) => void;
}

/** Manages the snippets of an open text: they are fetched when they are needed. */
export function useSnippets(editor: Editor | null, language: LanguageCode): OpenSnippets {
  const words = useDeskWords().snippets;
  const { add } = useKnownMedia();
  const [found, setFound] = useState<Snippet[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const load = useCallback(async () => {
    try {
      const { snippets, media } = await fetchSnippets();
      add(media);
      setFound(snippets);
      setTrouble(null);
    } catch (error) {
      console.warn('The snippets could not be fetched.', error);
      setTrouble(error instanceof Error ? error.message : '');
    }
  }, [add]);
  const insert = ({ body }: Snippet) => {
    if (!editor) return;
    insertSnippet(editor, body);
    announce(editor, words.inserted);
  };
  return {
    found,
    trouble,
    load,
    named: (found ?? [])
      .filter((snippet) => isFor(snippet, language))
      .map((snippet) => ({ id: snippet.id, name: snippet.name, insert: () => insert(snippet) })),
    opened,
    open: () => {
      const field = focusedTextField();
      const selected = field || !editor ? null : (selectedBody(editor.state)?.toJSON() ?? null);
      setOpened({ field, selected });
      void load();
    },
    close: () => setOpened(null),
    choose: (snippet) => {
      // The dialog must have closed: while it is open, nothing outside it can have the focus.
      flushSync(() => setOpened(null));
      if (!editor || !opened?.field) insert(snippet);
      else insertInField(opened.field, plainText(editor.schema.nodeFromJSON(snippet.body)));
    },
  };
}

/** Returns whether a snippet is offered in texts of a language before others. */
export function isFor(snippet: Snippet, language: LanguageCode): boolean {
  return snippet.language === null || snippet.language === language;
}

/** Inserts a snippet at the selection, as one undo step. */
function insertSnippet(editor: Editor, body: Snippet['body']): void {
  const { view, schema } = editor;
  view.focus();
  view.dispatch(closeHistory(view.state.tr));
  view.dispatch(snippetInserted(view.state, schema.nodeFromJSON(body)));
  view.dispatch(closeHistory(view.state.tr));
}
