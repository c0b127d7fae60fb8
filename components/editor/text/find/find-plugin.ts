import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FindChoices, findInText } from './find-in-text';

/** A match in the body, by positions of the document. */
export interface Match {
  from: number;
  to: number;
}

/** Under which the editor's state keeps what is marked as found. */
export const findKey = new PluginKey<DecorationSet>('find');

/** Marks what was found; while the text changes the marks move along, until it is searched anew. */
export function findPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: findKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marked) => tr.getMeta(findKey) ?? marked.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => findKey.getState(state) },
  });
}

/** The marks of all matches, the one that the author is at apart. */
export function marksOf(doc: Node, matches: Match[], current: Match | undefined): DecorationSet {
  const marks = matches.map((match) =>
    Decoration.inline(match.from, match.to, { class: match === current ? 'found is-current' : 'found' }),
  );
  return DecorationSet.create(doc, marks);
}

/** Every place of the body that says `wanted`, in order; a match never crosses from block to block. */
export function matchesIn(doc: Node, wanted: string, choices: FindChoices): Match[] {
  const matches: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    for (const { start, end } of findInText(text, wanted, choices))
      matches.push({ from: position + 1 + start, to: position + 1 + end });
    return false;
  });
  return matches;
}
