import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { noteParagraphs } from '@/lib/document/note-words';
import { noteReferences } from '../body/note-references';
import { type FindChoices, findInText, type Range } from './find-in-text';

/** A match in the body, in document positions. */
export interface Match {
  from: number;
  to: number;
  /** Where it is in a footnote; the positions are then those of its number. */
  inNote?: InNote;
}

/** A place in a footnote. */
export interface InNote extends Range {
  /** The index of its paragraph. */
  paragraph: number;
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

/** Finds every match in the body and its footnotes, in order; a match never spans two paragraphs. */
export function matchesIn(doc: Node, wanted: string, choices: FindChoices): Match[] {
  const matches: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    for (const { start, end } of findInText(text, wanted, choices))
      matches.push({ from: position + 1 + start, to: position + 1 + end });
    return false;
  });
  const inNotes = matchesInNotes(doc, wanted, choices);
  return inNotes.length > 0 ? [...matches, ...inNotes].sort((a, b) => a.from - b.from) : matches;
}

/** Finds every match in the footnotes, each once however often the text refers to it. */
function matchesInNotes(doc: Node, wanted: string, choices: FindChoices): Match[] {
  const notes = noteReferences(doc).filter(({ isFurther }) => !isFurther);
  return notes.flatMap(({ node, at }) =>
    noteParagraphs(node.attrs).flatMap((nodes, paragraph) =>
      findInText(nodes.map(({ text }) => text ?? '').join(''), wanted, choices).map((range) => ({
        from: at,
        to: at + node.nodeSize,
        inNote: { ...range, paragraph },
      })),
    ),
  );
}
