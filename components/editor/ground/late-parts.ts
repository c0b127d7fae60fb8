'use client';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { loadSignInDialog } from '../saving/safety/sign-in-again.client';
import { fetchEarly } from './late.client';

/** The row under the toolbar in which a link is set. */
export const loadLinkForm = () => import('../text/toolbar/link-form.client').then((form) => form.LinkForm);

/** The row in which a card is asked for. */
export const loadCardForm = () => import('../text/toolbar/card-form.client').then((form) => form.CardForm);

/** The blocks without a button of their own. */
export const loadRarerBlocks = () =>
  import('../text/toolbar/rarer-blocks.client').then((blocks) => blocks.RarerBlocks);

/** Rows and columns of a table. */
export const loadTableTools = () =>
  import('../text/toolbar/table-tools.client').then((tools) => tools.TableTools);

/** The menu of blocks at a slash. */
export const loadSlashMenu = () => import('../text/slash/slash-menu.client').then((slash) => slash.SlashMenu);

/** The dialog in which pictures are chosen. */
export const loadPicturePicker = () =>
  import('../intake/pictures/picture-picker.client').then((picker) => picker.PicturePicker);

/** What is said of a text that the server refused. */
export const loadRefusedNotice = () =>
  import('../saving/safety/refused-notice.client').then((notice) => notice.RefusedNotice);

/** The dialog in which one of two texts is chosen. */
export const loadConflictDialog = () =>
  import('../saving/safety/conflict-dialog.client').then((dialog) => dialog.ConflictDialog);

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
    };
    editor.on('focus', fetchAll);
    return () => {
      editor.off('focus', fetchAll);
    };
  }, [editor]);
}
