import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FindChoices, findInText } from './find-in-text';

/** A match in the body, in document positions. */
export interface Match {
  from: number;
  to: number;
}

/** The key of the search highlights in the editor's state. */
export const findKey = new PluginKey<DecorationSet>('find');

const FOUND = 'bg-found rounded-xs';
const CURRENT = 'bg-found-current outline-ink rounded-xs outline';

/** Highlights matches. When the text changes, the highlights move with it until the next search. */
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

/** Returns the highlights of all matches, with the current one distinct. */
export function marksOf(doc: Node, matches: Match[], current: Match | undefined): DecorationSet {
  const marks = matches.map((match) =>
    Decoration.inline(match.from, match.to, {
      class: match === current ? CURRENT : FOUND,
      'data-part': 'match',
    }),
  );
  return DecorationSet.create(doc, marks);
}

/** Finds every match in the body, in order; a match never spans two blocks. */
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
