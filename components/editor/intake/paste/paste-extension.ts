import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Cleaned } from '@/lib/cleaning/clean-html';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';
import type { PasteReport } from '@/lib/cleaning/report';
import type { IncomingPictures } from '../pictures/incoming-pictures';
import { waitingPictures } from './waiting-pictures';

/** What pasting asks of the page around the editor. */
export interface PasteHooks {
  /** Takes pasted pictures in, each at its place. */
  incoming: IncomingPictures;
  /** After something came in; `contents` is what the clipboard held. */
  onPasted: (pasted: PastedNews) => void;
}

/** What is told of a paste. */
export interface PastedNews {
  report: PasteReport;
  /** Pictures that lie out of reach, on the machine where they were copied. */
  byHand: number;
  contents: ClipboardContents;
}

/**
 * Pasting from elsewhere. What the clipboard holds is taken at the event; the cleaning is loaded apart
 * from the editor, and its result goes in as one step that one undo takes back.
 */
export function pasteExtension(hooks: PasteHooks) {
  return Extension.create({
    name: 'pasteFromElsewhere',
    // After the others' listeners: they only take notes of the event.
    priority: 1,
    addStorage: () => ({ paste: (_contents: ClipboardContents) => {} }),
    addProseMirrorPlugins() {
      const waiting = waitingPictures(hooks.incoming);
      let isTextAsked = false;
      const insert = (view: EditorView, cleaned: Cleaned, contents: ClipboardContents) => {
        if (view.isDestroyed) return;
        view.dispatch(closeHistory(view.state.tr));
        waiting.expect(cleaned.pictures);
        view.pasteHTML(cleaned.html);
        view.dispatch(closeHistory(view.state.tr));
        const byHand = cleaned.pictures.flat().filter(({ address }) => address === null).length;
        hooks.onPasted({ report: cleaned.report, byHand, contents });
      };
      const paste = async (view: EditorView, contents: ClipboardContents) => {
        const { readPasted } = await import('@/lib/cleaning/read-pasted');
        insert(view, await readPasted(contents, parseInert), contents);
      };
      this.storage.paste = (contents) => void paste(this.editor.view, contents);
      const plugin = new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              isTextAsked = event.shiftKey && event.code === 'KeyV';
            },
            keyup: () => {
              isTextAsked = false;
            },
            // Not `handlePaste`: before that, ProseMirror would have parsed all of it in its own way.
            paste: (view, event) => {
              const contents = contentsOf(event, isTextAsked);
              if (!contents || !view.editable || view.state.selection.$from.parent.type.spec.code)
                return false;
              event.preventDefault();
              paste(view, contents).catch((error) => {
                // Without the cleaning, words go in as words: a paste must never be lost.
                console.warn('The cleaning of pasted text could not be loaded.', error);
                if (!view.isDestroyed) view.pasteText(contents.text);
              });
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

/** What a paste holds that needs cleaning; null when the editor's own way is right. */
function contentsOf(event: ClipboardEvent, isAsText: boolean): ClipboardContents | null {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (html.includes('data-pm-slice') && !isAsText) return null;
  const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
  if (html && !isAsText) return hasFiles && !hasWords(html) ? null : { html, text, isAsText };
  return /\S[^\S\n]*\n/.test(text) ? { html: '', text, isAsText } : null;
}

function hasWords(html: string): boolean {
  return Boolean(parseInert(html).textContent?.trim());
}

/**
 * A document without a window: scripts in it do not run, and pictures do not load. Handlers in
 * attributes would not run either, but the page's policy would complain of them.
 */
function parseInert(html: string): HTMLElement {
  const still = html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
  );
  return new DOMParser().parseFromString(still, 'text/html').body;
}
