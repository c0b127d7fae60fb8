import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';

declare module '@tiptap/core' {
  interface Storage {
    /** Pastes clipboard contents again in another way; the paste extension sets this. */
    pasteFromElsewhere: {
      paste: (contents: ClipboardContents) => void;
      /** Pastes into the field of a footnote. @returns false where the editor's own handling is right. */
      pasteIntoNote: (note: EditorView, data: DataTransfer | null) => boolean;
    };
  }
}

/** Pastes the clipboard as plain text. @returns false where the browser does not allow reading the clipboard. */
export async function pasteAsText(editor: Editor): Promise<boolean> {
  try {
    const text = await navigator.clipboard.readText();
    if (editor.state.selection.$from.parent.type.spec.code) editor.view.pasteText(text);
    else editor.storage.pasteFromElsewhere.paste({ html: '', text, isAsText: true });
    return true;
  } catch (error) {
    console.warn('The clipboard could not be read.', error);
    return false;
  }
}
