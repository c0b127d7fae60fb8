import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { BLOCKS, type BlockAsks } from './block-list';

/** Callbacks of the keys, provided by the page around the editor. */
export interface ShortcutHooks extends BlockAsks {
  onLink: () => void;
}

/** Binds the keys of the block list and of links, and Enter on nodes with fields of their own. */
export function shortcuts(hooks: ShortcutHooks) {
  return Extension.create({
    name: 'shortcuts',
    priority: 1000,
    addKeyboardShortcuts() {
      const ofBlocks = BLOCKS.flatMap(({ shortcut, run }) =>
        shortcut ? [[keyOf(shortcut), () => done(() => run(this.editor, hooks))] as const] : [],
      );
      return {
        ...Object.fromEntries(ofBlocks),
        // With nothing to link, the keys open the command palette.
        'Mod-k': () =>
          (!this.editor.state.selection.empty || this.editor.isActive('link')) && done(hooks.onLink),
        // biome-ignore lint/correctness/noComponentHookFactories: a keyboard key, not a component.
        Enter: () => enterAtom(this.editor.state.selection, this.editor.view),
      };
    },
  });
}

/** Converts a shortcut to ProseMirror's form: `Mod+Shift+B` to `Mod-Shift-b`. */
function keyOf(shortcut: string): string {
  return shortcut.replaceAll('+', '-').replace(/[A-Z]$/, (letter) => letter.toLowerCase());
}

function done(work: () => void): true {
  work();
  return true;
}

/** Moves the focus from a selected picture, card, audio, video or footnote to its first field. */
function enterAtom(
  selection: unknown,
  view: { nodeDOM: (position: number) => globalThis.Node | null },
): boolean {
  if (!(selection instanceof NodeSelection)) return false;
  const element = view.nodeDOM(selection.from);
  if (!(element instanceof HTMLElement)) return false;
  const field = element.querySelector<HTMLElement>('textarea, input, [role="textbox"]');
  field?.focus();
  return Boolean(field);
}
