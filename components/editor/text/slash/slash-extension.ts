import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { type SlashState, slashBefore, slashKey } from './slash-state';

interface SlashStorage {
  onKey: ((event: KeyboardEvent) => boolean) | null;
}

declare module '@tiptap/core' {
  interface Storage {
    /** The open menu receives the keys first. */
    slash: SlashStorage;
  }
}

/**
 * Watches for a slash that opens the block menu. It opens only during typing, so that the caret can move past a
 * slash; Escape keeps the slash as text.
 */
export const SlashExtension = Extension.create({
  name: 'slash',
  priority: 1100,
  addStorage: (): SlashStorage => ({ onKey: null }),
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin<SlashState>({
        key: slashKey,
        state: {
          init: () => ({ open: null, leftAt: null }),
          apply: (tr, before, _old, state) => {
            const leftAt = before.leftAt === null ? null : tr.mapping.map(before.leftAt);
            if (tr.getMeta(slashKey) === 'leave') return { open: null, leftAt: before.open?.from ?? leftAt };
            if (!before.open && !tr.docChanged)
              return leftAt === before.leftAt ? before : { open: null, leftAt };
            const found = slashBefore(state);
            const isBegun = before.open || (tr.docChanged && found?.query === '');
            if (!found || !isBegun || found.from === leftAt)
              return { open: null, leftAt: found ? leftAt : null };
            return { open: found, leftAt: null };
          },
        },
        props: {
          handleKeyDown: (view, event) =>
            Boolean(slashKey.getState(view.state)?.open && !event.isComposing && storage.onKey?.(event)),
        },
      }),
    ];
  },
});
