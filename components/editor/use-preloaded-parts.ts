'use client';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { fetchEarly } from './ground/lazy.client';
import { loadCompareDialog } from './history/lazy-parts';
import { loadPicturePicker, loadSnippetDialog } from './intake/lazy-parts';
import { loadConflictDialog, loadRefusedNotice, loadSignInDialog } from './saving/lazy-parts';
import {
  loadCardForm,
  loadLinkForm,
  loadListTools,
  loadRarerBlocks,
  loadSlashMenu,
  loadTableTools,
} from './text/lazy-parts';

/**
 * Preloads what keys open during typing and what problems open: none of it may wait for the network, or fail
 * without one.
 */
export function usePreloadedParts(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return;
    const fetchAll = () => {
      editor.off('focus', fetchAll);
      fetchEarly(loadLinkForm);
      fetchEarly(loadCardForm);
      fetchEarly(loadRarerBlocks);
      fetchEarly(loadTableTools);
      fetchEarly(loadListTools);
      fetchEarly(loadSlashMenu);
      fetchEarly(loadPicturePicker);
      fetchEarly(loadSnippetDialog);
      fetchEarly(loadSignInDialog);
      fetchEarly(loadRefusedNotice);
      fetchEarly(loadConflictDialog);
      fetchEarly(loadCompareDialog);
    };
    editor.on('focus', fetchAll);
    return () => {
      editor.off('focus', fetchAll);
    };
  }, [editor]);
}
