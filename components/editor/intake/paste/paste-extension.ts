import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Cleaned } from '@/lib/cleaning/clean-html';
import { isSliceExcessive, isTooLong } from '@/lib/cleaning/limits';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';
import type { PasteReport } from '@/lib/cleaning/report';
import type { IncomingPictures } from '../pictures/incoming-pictures';
import { waitingPictures } from './waiting-pictures';

/** Callbacks of pasting, provided by the page around the editor. */
export interface PasteHooks {
  /** Uploads pasted pictures, each at its place. */
  incoming: IncomingPictures;
  /** Called after a paste; `contents` is what the clipboard contained. */
  onPasted: (pasted: PastedNews) => void;
}

/** What the summary of a paste needs. */
export interface PastedNews {
  report: PasteReport;
  /** The number of pictures that cannot be fetched because they are on the machine where they were copied. */
  byHand: number;
  contents: ClipboardContents;
}

/**
 * Handles pasting from elsewhere. The clipboard is read during the event. The cleaning code is loaded separately
 * from the editor, and its result is inserted as one undo step.
 */
export function pasteExtension(hooks: PasteHooks) {
  return Extension.create({
    name: 'pasteFromElsewhere',
    // After the other listeners, which only record the event.
    priority: 1,
    addStorage: () => ({ paste: (_contents: ClipboardContents) => {} }),
    addProseMirrorPlugins() {
      const waiting = waitingPictures(hooks.incoming);
      let isTextAsked = false;
      const insert = (view: EditorView, cleaned: Cleaned, contents: ClipboardContents) => {
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
            // Not `handlePaste`: ProseMirror would already have parsed everything in its own way.
            paste: (view, event) => {
              const contents = contentsOf(event, isTextAsked);
              if (!contents || !view.editable || view.state.selection.$from.parent.type.spec.code)
                return false;
              event.preventDefault();
              paste(view, contents).catch((error) => {
                // Without the cleaning code, the text is pasted as plain text: a paste must never be lost.
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

/** Returns the clipboard contents that need cleaning; null when the editor's own handling is right. */
function contentsOf(event: ClipboardEvent, isAsText: boolean): ClipboardContents | null {
  const html = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isSlice = html.includes('data-pm-slice') && !isAsText;
  if (isSlice && !isSliceExcessive(html, parseInert)) return null;
  const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
  if (html && !isAsText) return hasFiles && !hasWords(html) ? null : { html, text, isAsText };
  // The editor itself puts a single line where the caret is, whatever its length.
  return /\S[^\S\n]*\n/.test(text) || isTooLong(text) ? { html: '', text, isAsText } : null;
}

function hasWords(html: string): boolean {
  return Boolean(parseInert(html).textContent?.trim());
}

const OUTER_TAGS = /<\/?(?:html|body)\b[^<>]*>/gi;

/**
 * Parses HTML into a document without a window: scripts in it do not run, and pictures do not load. Event handler
 * attributes would not run either, but the page's policy would report them.
 */
function parseInert(html: string): HTMLElement {
  const still = html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''),
  );
  // All of it is in the body: Chromium takes a second for 10,000 comments next to the root element.
  const within = `<!doctype html><body>${still.replace(OUTER_TAGS, '')}`;
  return new DOMParser().parseFromString(within, 'text/html').body;
}
