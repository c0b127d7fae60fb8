import { CodeBlock as Stock } from '@tiptap/extension-code-block';
import { isCodeLanguage } from '../attributes';

const CLASS = /^language-(.+)$/;

/** Preformatted lines: code, a formula, a table made of characters. */
export const CodeBlock = Stock.extend({
  addAttributes() {
    return { language: { default: null, parseHTML: languageOf, rendered: false } };
  },
});

/** Returns the language that a `pre` names in the usual way, if the name is valid. */
function languageOf(element: HTMLElement): string | null {
  const classes = [...(element.firstElementChild?.classList ?? [])];
  const named = classes.map((name) => CLASS.exec(name)?.[1]).find(Boolean);
  return isCodeLanguage(named) ? named : null;
}
