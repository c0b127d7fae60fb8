import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { EmbedAttributes } from '@/lib/document/attributes';

/** A line of the text that is the address of a page and nothing else. */
export interface BareLink {
  url: string;
  /** Where the line begins in the document. */
  position: number;
}

/** The line in which the caret is, when it is a bare link that a card could take the place of. */
export function bareLinkAt({ selection }: EditorState): BareLink | null {
  const { $from, empty } = selection;
  if (!empty || $from.depth !== 1) return null;
  const url = addressIn($from.parent);
  return url ? { url, position: $from.before(1) } : null;
}

/** Puts a card in the place of a bare link, as a step of its own that one undo takes back. @returns whether the link was still there. */
export function putCard(editor: Editor, { url, position }: BareLink, card: EmbedAttributes): boolean {
  const { doc, schema, tr } = editor.state;
  const at = placeOf(doc, url, position);
  const line = at === null ? null : doc.nodeAt(at);
  if (at === null || !line) return false;
  tr.replaceWith(at, at + line.nodeSize, schema.nodeFromJSON({ type: 'embed', attrs: card }));
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
  editor.view.dispatch(closeHistory(tr));
  editor.view.dispatch(closeHistory(editor.state.tr));
  return true;
}

/** Where the line is now: while the page was asked, the text around it may have been written on. */
function placeOf(doc: Node, url: string, position: number): number | null {
  const there = position < doc.content.size ? doc.nodeAt(position) : null;
  if (there && addressIn(there) === url) return position;
  let found: number | null = null;
  doc.forEach((line, at) => {
    if (found === null && addressIn(line) === url) found = at;
  });
  return found;
}

function addressIn(line: Node): string | null {
  const text = line.type.name === 'paragraph' ? line.textContent.trim() : '';
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  return EmbedAttributes.read({ url: text }) ? text : null;
}
