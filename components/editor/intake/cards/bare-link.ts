import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { EmbedAttributes } from '@/lib/document/attributes';

/** A line of the text that is only the address of a page. */
export interface BareLink {
  url: string;
  /** The position of the line in the document. */
  position: number;
}

/** Returns the line at the caret when it is a bare link that a card could replace. */
export function bareLinkAt({ selection }: EditorState): BareLink | null {
  const { $from, empty } = selection;
  if (!empty || $from.depth !== 1) return null;
  const url = addressIn($from.parent);
  return url ? { url, position: $from.before(1) } : null;
}

/** Replaces a bare link with a card, as one undo step. @returns whether the link was still there. */
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

/** Finds the current position of the line: the text around it may have changed while the page was fetched. */
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
