import { type Editor, Extension, type Extensions, type KeyboardShortcutCommand } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Selection, TextSelection } from '@tiptap/pm/state';

/** What the field of a footnote shares with the editor around it: formatted words, links, typing and undoing. */
const IN_NOTES = new Set([
  ...['doc', 'paragraph', 'text', 'bold', 'italic', 'strike', 'code', 'superscript', 'subscript', 'link'],
  ...['links', 'typeset', 'clusterKeys', 'caretInTime', 'undoRedo'],
]);

/** What the keys of a footnote do outside its field. */
interface NoteKeys {
  onClose: () => void;
  onLink: () => void;
}

/** Returns the extensions of the field of a footnote. @param around the editor of the text that it is in. */
export function noteExtensions(around: Editor, keys: () => NoteKeys): Extensions {
  const shared = around.extensionManager.extensions.filter(({ name }) => IN_NOTES.has(name));
  return [...shared, noteKeys(keys), notePaste(around)];
}

function noteKeys(keys: () => NoteKeys): Extension {
  const close = () => done(() => keys().onClose());
  return Extension.create({
    name: 'noteKeys',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      Escape: close,
      'Mod-Enter': close,
      // A second Enter leaves the note, as it leaves a list.
      // biome-ignore lint/correctness/noComponentHookFactories: a keyboard key, not a component.
      Enter: ({ editor }) => isInEmptyEnd(editor) && close(),
      'Mod-k': () => done(() => keys().onLink()),
      // A browser would go to the beginning and the end of the text around the note.
      ...edgeKeys('Home', (doc) => TextSelection.atStart(doc)),
      ...edgeKeys('End', (doc) => TextSelection.atEnd(doc)),
      // Never passed on, even with nothing to undo: the browser would undo in the text around the note.
      'Mod-z': ({ editor }) => done(() => editor.commands.undoInputRule() || editor.commands.undo()),
      'Mod-y': ({ editor }) => done(() => editor.commands.redo()),
      'Shift-Mod-z': ({ editor }) => done(() => editor.commands.redo()),
    }),
  });
}

/** Returns the keys that move the caret to an edge of the note, or select up to it. */
function edgeKeys(key: string, edgeOf: (doc: Node) => Selection): Record<string, KeyboardShortcutCommand> {
  const go = (isSelecting: boolean): KeyboardShortcutCommand => {
    return ({ editor: { state, view } }) => {
      const edge = edgeOf(state.doc);
      const selection = isSelecting ? TextSelection.between(state.selection.$anchor, edge.$head) : edge;
      return done(() => view.dispatch(state.tr.setSelection(selection).scrollIntoView()));
    };
  };
  return { [`Mod-${key}`]: go(false), [`Shift-Mod-${key}`]: go(true) };
}

function done(work: () => void): true {
  work();
  return true;
}

/** Whether the caret is in an empty paragraph at the end. */
function isInEmptyEnd({ state: { doc, selection } }: Editor): boolean {
  const { $from, empty } = selection;
  return empty && $from.parent === doc.lastChild && $from.parent.content.size === 0;
}

/** Cleans what is pasted into a note like what is pasted into the text around it. */
function notePaste(around: Editor): Extension {
  return Extension.create({
    name: 'notePaste',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (view, event) => {
              const isTaken = around.storage.pasteFromElsewhere.pasteIntoNote(view, event.clipboardData);
              if (isTaken) event.preventDefault();
              return isTaken;
            },
          },
        },
      }),
    ],
  });
}
