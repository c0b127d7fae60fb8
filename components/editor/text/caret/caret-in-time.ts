import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Makes every key act at the visible caret. The browser reports a caret that it moved itself in a separate task,
 * and on a busy machine the next key comes before that: Backspace would then delete the previous selection. So the
 * key dispatches `selectionchange` first.
 * @see https://w3c.github.io/selection-api/#scheduling-selectionchange-event
 */
export const CaretInTime = Extension.create({
  name: 'caretInTime',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: ({ composing, dom, state }, event) => {
              // The browser inserts a letter at its own caret, unless the letter would replace a selection.
              const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
              if (!composing && !event.isComposing && !(isLetter && state.selection.empty))
                dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
              return false;
            },
          },
        },
      }),
    ];
  },
});
