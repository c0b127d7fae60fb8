'use client';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { usePlaces } from '@/components/editor/ground/places.client';
import { blockAt } from './block-at';

interface BlockHandleProps {
  editor: Editor;
  onMenu: () => void;
}

/**
 * Renders the handle to the left of the block under the pointer: dragging moves the block, pressing opens its
 * menu. For pointers that hover; keyboard and touch have other ways.
 */
export function BlockHandle({ editor, onMenu }: BlockHandleProps) {
  const words = useDeskWords().editor;
  const [place, setPlace] = useState<{ topPx: number; position: number } | null>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const places = usePlaces();
  useEffect(() => {
    const surface = places.surface.current;
    if (!surface) return;
    const follow = (event: MouseEvent) => {
      if (handle.current?.contains(event.target as globalThis.Node) || event.buttons !== 0) return;
      setPlace((before) => samePlace(before, placeOf(editor, event.clientY, surface)));
    };
    const hide = () => setPlace(null);
    surface.addEventListener('mousemove', follow);
    surface.addEventListener('mouseleave', hide);
    editor.view.dom.addEventListener('keydown', hide);
    return () => {
      surface.removeEventListener('mousemove', follow);
      surface.removeEventListener('mouseleave', hide);
      editor.view.dom.removeEventListener('keydown', hide);
    };
  }, [editor, places]);
  if (!place) return null;
  return (
    <button
      ref={handle}
      type="button"
      draggable
      tabIndex={-1}
      className="text-soft mouse:grid hover:bg-wash absolute -left-5 z-3 hidden h-7 w-6 -translate-y-1/2 cursor-grab place-items-center rounded-sm opacity-60 hover:opacity-100"
      style={{ top: place.topPx }}
      aria-label={words.blockMenu}
      title={words.handleHint}
      onDragStart={(event) => dragBlock(event, editor, place.position)}
      onDragEnd={() => {
        editor.view.dragging = null;
      }}
      onClick={() => {
        const { tr } = editor.state;
        editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.position + 1))));
        onMenu();
      }}
    >
      <svg viewBox="0 0 12 20" width="12" height="20" fill="currentColor" aria-hidden="true">
        <path d="M3 4h2v2H3zm4 0h2v2H7zM3 9h2v2H3zm4 0h2v2H7zm-4 5h2v2H3zm4 0h2v2H7z" />
      </svg>
    </button>
  );
}

type Place = { topPx: number; position: number } | null;

function samePlace(before: Place, now: Place): Place {
  return before?.topPx === now?.topPx && before?.position === now?.position ? before : now;
}

/** Finds the block at this height, however far to the side the pointer is. */
function placeOf(editor: Editor, clientY: number, surface: HTMLElement): Place {
  const text = editor.view.dom.getBoundingClientRect();
  const found = editor.view.posAtCoords({ left: text.left + 2, top: clientY });
  const block = found && blockAt(editor.state.doc, found.inside >= 0 ? found.inside : found.pos);
  const element = block && editor.view.nodeDOM(block.position);
  if (!block || !(element instanceof HTMLElement)) return null;
  const box = element.getBoundingClientRect();
  if (clientY < box.top - 16 || clientY > box.bottom + 16) return null;
  const linePx = Number.parseFloat(getComputedStyle(element).lineHeight) || 24;
  const middle = Math.min(linePx, box.height) / 2;
  return { topPx: box.top + middle - surface.getBoundingClientRect().top, position: block.position };
}

/** Tells the editor what is dragged; the editor moves it and shows a line where it will land. */
function dragBlock(event: DragEvent, editor: Editor, position: number): void {
  const { view } = editor;
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, position)));
  const slice = view.state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.dataTransfer.clearData();
  event.dataTransfer.setData('text/html', dom.innerHTML);
  event.dataTransfer.setData('text/plain', text);
  event.dataTransfer.effectAllowed = 'move';
  const element = view.nodeDOM(position);
  if (element instanceof HTMLElement) event.dataTransfer.setDragImage(element, 0, 0);
  view.dragging = { slice, move: true };
}
