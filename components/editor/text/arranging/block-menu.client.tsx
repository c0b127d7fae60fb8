'use client';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { MenuGroup, MenuItem, MenuList } from '@/components/desk/ui/menu.client';
import { BLOCKS, type BlockAsks } from '../blocks/block-list';
import { placeAt, placedStyle } from '../slash/place-at';
import { Icon } from '../toolbar/icons';
import { CONVERTIBLE, canConvert, convertTo, deleteBlock, duplicateBlock, moveBlock } from './arrange';
import { selectedBlock } from './block-at';

interface BlockMenuProps {
  editor: Editor;
  asks: BlockAsks;
  onClose: () => void;
}

/** Selects the block at the caret and opens the snippets, where it can be kept. */
function keepBlock(editor: Editor, asks: BlockAsks): void {
  const block = selectedBlock(editor.state);
  if (!block) return;
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, block.position)));
  asks.onSnippets();
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
    <MenuList
      ref={menu}
      label={words.editor.blockMenu}
      className={placedStyle}
      onLeave={(event) => {
        event.preventDefault();
        act(() => {});
      }}
    >
      <MenuItem onPick={() => act(() => moveBlock(editor, -1, words.editor))} keys="Alt+Shift+↑">
        {words.editor.moveUp}
      </MenuItem>
      <MenuItem onPick={() => act(() => moveBlock(editor, 1, words.editor))} keys="Alt+Shift+↓">
        {words.editor.moveDown}
      </MenuItem>
      <MenuItem onPick={() => act(() => duplicateBlock(editor, words.editor))}>
        {words.editor.duplicate}
      </MenuItem>
      <MenuItem onPick={() => act(() => deleteBlock(editor, words.editor))}>
        {words.editor.deleteBlock}
      </MenuItem>
      <MenuItem onPick={() => act(() => keepBlock(editor, asks))}>{words.snippets.keep}</MenuItem>
      {block && canConvert(block) && (
        <MenuGroup label={words.editor.turnInto}>
          {others.map((each) => (
            <MenuItem key={each.id} onPick={() => act(() => convertTo(editor, each, asks))}>
              <Icon name={each.icon} /> {words.blocks[each.words]}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </MenuList>
  );
}
