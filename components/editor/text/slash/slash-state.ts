import { type EditorState, PluginKey } from '@tiptap/pm/state';

/** A slash that asks for a block: where it stands, and what was typed after it. */
export interface Slash {
  from: number;
  query: string;
}

/** The state of the slash in the text: open, or left by Escape and not to be opened again there. */
export interface SlashState {
  open: Slash | null;
  leftAt: number | null;
}

/** Under which the editor's state keeps the slash. */
export const slashKey = new PluginKey<SlashState>('slash');

/**
 * At the beginning of a block, after a space or a zero-width space. The slash key of Khmer keyboards
 * gives a sign (U+17CA) that no word can begin with, so that it means the same there.
 */
const ASKING = /(?:^|[\s\u200B\uFFFC])[/\u17CA]([^\s/]{0,24})$/u;

/** The slash before the caret that asks for a block, if there is one. */
export function slashBefore({ selection }: EditorState): Slash | null {
  const { $from, empty } = selection;
  const { parent, parentOffset } = $from;
  if (!empty || !parent.isTextblock || parent.type.spec.code) return null;
  if ($from.marks().some(({ type }) => type.spec.code)) return null;
  const before = parent.textBetween(Math.max(0, parentOffset - 40), parentOffset, undefined, '\uFFFC');
  const query = ASKING.exec(before)?.[1];
  return query === undefined ? null : { from: $from.pos - query.length - 1, query };
}
