'use client';
import type { Editor } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { BLOCKS, type BlockAsks } from '../blocks/block-list';
import { placeAt } from '../slash/place-at';
import { Icon } from '../toolbar/icons';
import { CONVERTIBLE, canConvert, convertTo, deleteBlock, duplicateBlock, moveBlock } from './arrange';
import { selectedBlock } from './block-at';

interface BlockMenuProps {
  editor: Editor;
  asks: BlockAsks;
  onClose: () => void;
}

/** Renders the menu of the block at the caret. @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
export function BlockMenu({ editor, asks, onClose }: BlockMenuProps) {
  const words = useDeskWords();
  const menu = useRef<HTMLDivElement>(null);
  const block = selectedBlock(editor.state);
  useLayoutEffect(() => {
    const element = block && editor.view.nodeDOM(block.position);
    const box = element instanceof HTMLElement ? element.getBoundingClientRect() : null;
    if (box)
      placeAt(menu.current, { left: box.left, top: box.top, bottom: Math.min(box.bottom, box.top + 32) });
    menu.current?.querySelector('button')?.focus();
  }, [editor, block]);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!menu.current?.contains(event.target as globalThis.Node)) onClose();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [onClose]);
  const act = (work: () => void) => {
    onClose();
    editor.view.focus();
    work();
  };
  const others = BLOCKS.filter((each) => CONVERTIBLE.has(each.id) && !each.isActive?.(editor));
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={words.editor.blockMenu}
      className="block-menu"
      tabIndex={-1}
      onKeyDown={(event) => moveInMenu(event, () => act(() => {}))}
    >
      <Item onPick={() => act(() => moveBlock(editor, -1, words.editor))} keys="Alt+Shift+↑">
        {words.editor.moveUp}
      </Item>
      <Item onPick={() => act(() => moveBlock(editor, 1, words.editor))} keys="Alt+Shift+↓">
        {words.editor.moveDown}
      </Item>
      <Item onPick={() => act(() => duplicateBlock(editor, words.editor))}>{words.editor.duplicate}</Item>
      <Item onPick={() => act(() => deleteBlock(editor, words.editor))}>{words.editor.deleteBlock}</Item>
      {block && canConvert(block) && (
        // biome-ignore lint/a11y/useSemanticElements: a group within a menu is not a fieldset.
        <div role="group" aria-label={words.editor.turnInto}>
          <p aria-hidden="true">{words.editor.turnInto}</p>
          {others.map((each) => (
            <Item key={each.id} onPick={() => act(() => convertTo(editor, each, asks))}>
              <Icon name={each.icon} /> {words.blocks[each.words]}
            </Item>
          ))}
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  onPick: () => void;
  keys?: string;
  children: React.ReactNode;
}

function Item({ onPick, keys, children }: ItemProps) {
  return (
    <button type="button" role="menuitem" onClick={onPick}>
      <span>{children}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}

function moveInMenu(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') onLeave();
  else if (next !== undefined) items.at(next % items.length)?.focus();
  else return;
  event.preventDefault();
}
