import type { DeskStrings } from '@/lib/language/strings';
import { BLOCKS } from '../blocks/block-list';
import { moreTools, toolGroups } from './tools';

/** Something that a key does. */
export interface Shortcut {
  label: string;
  /** In display form, with `Mod` for Ctrl or ⌘. */
  keys: string;
}

const nothing = () => undefined;
const ASKS = { onPicture: nothing, onCard: nothing, onLink: nothing, onSnippets: nothing };

/** Lists the keys of the editor’s tools, from the tools themselves. */
export function toolShortcuts(words: DeskStrings): Shortcut[] {
  const tools = [...toolGroups(words, ASKS).flat(), ...moreTools(words, ASKS)];
  return tools.flatMap(({ label, shortcut }) => (shortcut ? [{ label, keys: shortcut }] : []));
}

/** Lists what makes a block when it is typed at the beginning of a line, or anywhere for a footnote. */
export function typedShortcuts(words: DeskStrings): Shortcut[] {
  return BLOCKS.flatMap(({ words: key, typed }) =>
    typed ? [{ label: words.blocks[key], keys: typed }] : [],
  );
}

/** Lists the other keys of the editor. */
export function editorShortcuts({ editor, toolbar, shortcuts }: DeskStrings): Shortcut[] {
  return [
    { label: shortcuts.blockAtCaret, keys: '/' },
    { label: editor.blockMenu, keys: 'Mod+Alt+M' },
    { label: editor.find, keys: 'Mod+F' },
    { label: toolbar.pasteAsText, keys: 'Mod+Shift+V' },
    { label: toolbar.indent, keys: 'Tab' },
    { label: toolbar.outdent, keys: 'Shift+Tab' },
    { label: shortcuts.fieldsOfBlock, keys: 'Enter' },
    { label: shortcuts.leaveFocus, keys: 'Escape' },
  ];
}
