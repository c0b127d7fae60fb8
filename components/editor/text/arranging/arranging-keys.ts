import { Extension } from '@tiptap/core';
import type { DeskStrings } from '@/lib/language/strings';
import { moveBlock } from './arrange';

/** Binds Alt-Shift with the arrow keys to moving the block at the caret. */
export function arrangingKeys(words: DeskStrings['editor']) {
  return Extension.create({
    name: 'arranging',
    priority: 1000,
    addKeyboardShortcuts() {
      return {
        'Alt-Shift-ArrowUp': () => done(() => moveBlock(this.editor, -1, words)),
        'Alt-Shift-ArrowDown': () => done(() => moveBlock(this.editor, 1, words)),
      };
    },
  });
}

function done(work: () => void): true {
  work();
  return true;
}
