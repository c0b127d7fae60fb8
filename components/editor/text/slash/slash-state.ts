import { type EditorState, PluginKey } from '@tiptap/pm/state';

/** A slash that opens the block menu: its position, and what was typed after it. */
export interface Slash {
  from: number;
  query: string;
}

/** The state of the slash in the text: open, or closed by Escape and not reopened there. */
export interface SlashState {
  open: Slash | null;
  leftAt: number | null;
}

/** The key of the slash in the editor's state. */
export const slashKey = new PluginKey<SlashState>('slash');

/**
 * Matches a slash at the beginning of a block, after a space or after a zero-width space. The slash key of Khmer
 * keyboards types a sign (U+17CA) that no word can begin with, so it counts as a slash there.
 */
const ASKING = /(?:^|[\s\u200B\uFFFC])[/\u17CA]([^\s/]{0,24})$/u;

/** Returns the slash before the caret that opens the block menu, if there is one. */
export function slashBefore({ selection }: EditorState): Slash | null {
  const { $from, empty } = selection;
  const { parent, parentOffset } = $from;
  if (!empty || !parent.isTextblock || parent.type.spec.code) return null;
  if ($from.marks().some(({ type }) => type.spec.code)) return null;
  const before = parent.textBetween(Math.max(0, parentOffset - 40), parentOffset, undefined, '\uFFFC');
  const query = ASKING.exec(before)?.[1];
  return query === undefined ? null : { from: $from.pos - query.length - 1, query };
}
