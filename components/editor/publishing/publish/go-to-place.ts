import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import { flushSync } from 'react-dom';
import type { Places } from '@/components/editor/ground/places.client';
import type { Place } from '@/lib/posts/checklist/findings';

/** Moves the focus to a place in the text or the panel, ready for typing. */
export function goToPlace(
  place: Place,
  editor: Editor | null,
  places: Places,
  panelButton: HTMLButtonElement | null,
): void {
  if (place.in === 'field') focusOn(places[place.field].current);
  else if (place.in === 'panel') goToSection(places.sections.get(place.section), panelButton);
  else if (editor) goToNode(place.path, editor);
}

function goToSection(section: HTMLDetailsElement | undefined, panelButton: HTMLButtonElement | null): void {
  if (!section) return;
  if (!section.checkVisibility()) flushSync(() => panelButton?.click());
  section.open = true;
  const fields = section.querySelectorAll<HTMLElement>('input, select, textarea, button');
  focusOn([...fields].find((field) => !field.matches(':disabled')) ?? section.querySelector('summary'));
}

function goToNode(path: number[], editor: Editor): void {
  const found = nodeAt(editor.state.doc, path);
  if (!found) return;
  const { node, position } = found;
  const chain = editor.chain();
  if (node.isText) chain.setTextSelection({ from: position, to: position + node.nodeSize });
  else if (node.isAtom) chain.setNodeSelection(position);
  else chain.setTextSelection(position + 1);
  chain.run();
  editor.view.focus();
  editor.commands.scrollIntoView();
  const shown = node.isText ? null : editor.view.nodeDOM(position);
  if (!(shown instanceof HTMLElement)) return;
  if (node.isAtom) focusOn(shown.querySelector<HTMLElement>('input, textarea') ?? shown);
  else shown.scrollIntoView({ block: 'center' });
}

function nodeAt(doc: Node, path: number[]): { node: Node; position: number } | null {
  let node = doc;
  let position = -1;
  for (const index of path) {
    const child = node.maybeChild(index);
    if (!child) return null;
    position += 1;
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize;
    node = child;
  }
  return position < 0 ? null : { node, position };
}

function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
