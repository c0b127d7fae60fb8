import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { BLOCKS, type BlockAsks } from './block-list';

/** What the keys ask of the page around the editor. */
export interface ShortcutHooks extends BlockAsks {
  onLink: () => void;
}

/** The keys of the block list, of links, and Enter on what has fields of its own. */
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
        // With nothing to link, the keys are the palette's.
        'Mod-k': () =>
          (!this.editor.state.selection.empty || this.editor.isActive('link')) && done(hooks.onLink),
        // biome-ignore lint/correctness/noComponentHookFactories: a key of the keyboard, not a component.
        Enter: () => enterAtom(this.editor.state.selection, this.editor.view),
      };
    },
  });
}

/** `Mod+Shift+B` as ProseMirror names it: `Mod-Shift-b`. */
function keyOf(shortcut: string): string {
  return shortcut.replaceAll('+', '-').replace(/[A-Z]$/, (letter) => letter.toLowerCase());
}

function done(work: () => void): true {
  work();
  return true;
}

/** Enter on a selected picture, card, recording or footnote goes to its first field. */
function enterAtom(
  selection: unknown,
  view: { nodeDOM: (position: number) => globalThis.Node | null },
): boolean {
  if (!(selection instanceof NodeSelection)) return false;
  const element = view.nodeDOM(selection.from);
  if (!(element instanceof HTMLElement)) return false;
  const field = element.querySelector<HTMLElement>('textarea, input');
  field?.focus();
  return Boolean(field);
}
