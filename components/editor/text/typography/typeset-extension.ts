import { Extension, InputRule } from '@tiptap/core';
import type { LanguageCode } from '@/lib/language/languages';
import { typeset } from './typeset';

/** Typographic signs in the body while it is typed; Backspace and Ctrl-Z give back the letters. */
export function typesetExtension(language: LanguageCode) {
  return Extension.create({
    name: 'typeset',
    addInputRules() {
      return [
        new InputRule({
          find: (text) => {
            const set = typeset(text, language);
            return (
              set && { index: text.length - set.length, text: text.slice(-set.length), data: { ...set } }
            );
          },
          handler: ({ state, range, match }) => {
            state.tr.insertText(match.data?.text, range.from, range.to);
          },
        }),
      ];
    },
    addKeyboardShortcuts() {
      return { 'Mod-z': () => this.editor.commands.undoInputRule() };
    },
  });
}
