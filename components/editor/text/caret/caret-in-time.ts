import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Has every key act where the caret is seen. The browser tells of a caret that it moved itself in a task of
 * its own, and on a busy machine the next key comes before that: Backspace would then delete what was
 * selected a moment ago. So the news is given with the key.
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
              // A letter goes where the browser puts it, unless something is selected that it would replace.
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
