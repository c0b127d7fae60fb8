import type { Editor } from '@tiptap/core';
import type { ClipboardContents } from '@/lib/cleaning/read-pasted';

declare module '@tiptap/core' {
  interface Storage {
    /** Pastes what a clipboard held, once more and in another way; the paste extension sets it. */
    pasteFromElsewhere: { paste: (contents: ClipboardContents) => void };
  }
}

/** Pastes the words alone of what was copied. @returns false where the browser lets no page read it. */
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
