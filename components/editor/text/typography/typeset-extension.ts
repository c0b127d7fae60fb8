import { Extension, InputRule } from '@tiptap/core';
import type { LanguageCode } from '@/lib/language/languages';
import { typeset } from './typeset';

/** Replaces typed characters in the body with typographic ones; Backspace and Ctrl-Z restore what was typed. */
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
