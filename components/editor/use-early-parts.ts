'use client';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { fetchEarly } from './ground/late.client';
import { loadCompareDialog } from './history/late-parts';
import { loadPicturePicker } from './intake/late-parts';
import { loadConflictDialog, loadRefusedNotice, loadSignInDialog } from './saving/late-parts';
import {
  loadCardForm,
  loadLinkForm,
  loadRarerBlocks,
  loadSlashMenu,
  loadTableTools,
} from './text/late-parts';

/** What keys open while someone types, or trouble does: none of it may wait for the network, or find it gone. */
export function useEarlyParts(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return;
    const fetchAll = () => {
      editor.off('focus', fetchAll);
      fetchEarly(loadLinkForm);
      fetchEarly(loadCardForm);
      fetchEarly(loadRarerBlocks);
      fetchEarly(loadTableTools);
      fetchEarly(loadSlashMenu);
      fetchEarly(loadPicturePicker);
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
