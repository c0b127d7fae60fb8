import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Cleaned } from '@/lib/cleaning/clean-html';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';
import type { IncomingPictures } from '../pictures/incoming-pictures';
import { contentsOf } from './clipboard-contents';
import { dropPlace, selectDropPlace } from './drop-place';
import { fitted, roomFor } from './fit-line';
import { parseInert } from './parse-inert';
import { pasteIntoNote } from './paste-into-note';
import type { PastedNews } from './pasted-news';
import { waitingPictures } from './waiting-pictures';

/** Callbacks of pasting, provided by the page around the editor. */
export interface PasteHooks {
  /** Uploads pasted pictures, each at its place. */
  incoming: IncomingPictures;
  /** Called after a paste; `contents` is what the clipboard contained. */
  onPasted: (pasted: PastedNews) => void;
}

/** What was pasted or dropped. */
interface Brought {
  contents: ClipboardContents;
  /** Where it was dropped; absent when it replaces the selection. */
  droppedAt?: number;
}

/**
 * Handles pasting from elsewhere, and what is dropped from another window or program. The clipboard is read during the event. The cleaning code is loaded separately
 * from the editor, and its result is inserted as one undo step.
 */
export function pasteExtension(hooks: PasteHooks) {
  return Extension.create({
    name: 'pasteFromElsewhere',
    // After the other listeners, which only record the event.
    priority: 1,
    addStorage: () => ({
      paste: (_contents: ClipboardContents) => {},
      pasteIntoNote: (_note: EditorView, _data: DataTransfer | null): boolean => false,
    }),
    addProseMirrorPlugins() {
      const waiting = waitingPictures(hooks.incoming);
      let isTextAsked = false;
      const insert = (view: EditorView, cleaned: Cleaned, { contents, droppedAt }: Brought) => {
        if (view.isDestroyed) return;
        if (cleaned.report.excess === 'text') {
          hooks.onPasted({
            report: cleaned.report,
            byHand: 0,
            contents: { html: '', text: '', isAsText: true },
          });
          return;
        }
        view.dispatch(closeHistory(view.state.tr));
        if (droppedAt !== undefined) selectDropPlace(view, droppedAt);
        const room = roomFor(cleaned.html, view.state);
        if (room) view.dispatch(room);
        // The next change of the text must be the paste: the pictures are looked for in it.
        waiting.expect(cleaned.pictures);
        view.pasteHTML(fitted(cleaned.html, view.state));
        view.dispatch(closeHistory(view.state.tr));
        const byHand = cleaned.pictures.flat().filter(({ address }) => address === null).length;
        hooks.onPasted({ report: cleaned.report, byHand, contents });
      };
      const bring = async (view: EditorView, brought: Brought) => {
        const { readPasted } = await import('@/lib/cleaning/read-pasted');
        insert(view, await readPasted(brought.contents, parseInert), brought);
      };
      const bringOrType = (view: EditorView, brought: Brought) => {
        bring(view, brought).catch((error) => {
          // Without the cleaning code, the text is inserted as plain text: a paste must never be lost.
          console.warn('The cleaning of pasted text could not be loaded.', error);
          if (!view.isDestroyed) view.pasteText(brought.contents.text);
        });
      };
      this.storage.paste = (contents) => void bring(this.editor.view, { contents });
      this.storage.pasteIntoNote = (note, data) =>
        pasteIntoNote({ note, around: this.editor.view, onPasted: hooks.onPasted }, data);
      const plugin = new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              isTextAsked = event.shiftKey && event.code === 'KeyV';
            },
            keyup: () => {
              isTextAsked = false;
            },
            // Not `handlePaste`: ProseMirror would already have parsed everything in its own way.
            paste: (view, event) => {
              const contents = contentsOf(event.clipboardData, isTextAsked);
              if (!contents || !view.editable || view.state.selection.$from.parent.type.spec.code)
                return false;
              event.preventDefault();
              if (!view.state.selection.empty && ADDRESS.test(contents.text)) {
                // Browsers add the title of a page to its address; the editor links the selected words to the text.
                view.pasteText(contents.text.trim());
                return true;
              }
              bringOrType(view, { contents });
              return true;
            },
            drop: (view, event) => {
              // What is dragged within the text has been clean since it came.
              if (view.dragging || !view.editable) return false;
              const contents = contentsOf(event.dataTransfer, false);
              const droppedAt = contents ? dropPlace(view, event) : null;
              if (!contents || droppedAt === null) return false;
              event.preventDefault();
              bringOrType(view, { contents, droppedAt });
              return true;
            },
          },
        },
      });
      return [hooks.incoming.places.plugin, waiting.plugin, plugin];
    },
    onFocus() {
      // Loaded as soon as someone begins to write, so that a paste neither waits nor needs a network.
      void import('@/lib/cleaning/read-pasted').catch(() => undefined);
    },
  });
}

const ADDRESS = /^\s*(?:https?:\/\/|www\.|mailto:)\S+\s*$/i;
