import { CodeBlock as Stock } from '@tiptap/extension-code-block';
import { isCodeLanguage } from '../attributes';

const CLASS = /^language-(.+)$/;

/** Lines to be read as they stand: code, a formula, a table made of letters. */
export const CodeBlock = Stock.extend({
  addAttributes() {
    return { language: { default: null, parseHTML: languageOf, rendered: false } };
  },
});

/** The language that a `pre` names in the usual way, when it is a name and no trick. */
function languageOf(element: HTMLElement): string | null {
  const classes = [...(element.firstElementChild?.classList ?? [])];
  const named = classes.map((name) => CLASS.exec(name)?.[1]).find(Boolean);
  return isCodeLanguage(named) ? named : null;
}
