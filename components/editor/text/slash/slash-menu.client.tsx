'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { menuKeysStyle, menuStyle } from '@/components/desk/ui/menu.client';
import { announce } from '@/components/editor/ground/announce.client';
import type { NamedSnippet } from '@/components/editor/ground/named-snippet';
import { fill } from '@/lib/language/fill';
import type { BlockAsks } from '../blocks/block-list';
import { Icon } from '../toolbar/icons';
import { placeAt, placedStyle } from './place-at';
import { type SlashOption, slashOptions } from './slash-options';
import { type Slash, slashKey } from './slash-state';

interface SlashMenuProps {
  editor: Editor;
  asks: BlockAsks;
  snippets: NamedSnippet[];
  slash: Slash;
}

const optionStyle =
  'flex min-h-10 w-full cursor-pointer items-center gap-3 rounded-md px-2.5 py-1 text-left aria-selected:bg-wash aria-selected:shadow-[inset_2px_0_var(--accent)]';

const LIST_ID = 'slash-menu';
const optionId = (option: SlashOption | undefined) => (option ? `slash-${option.id}` : '');

/**
 * Renders the slash menu of blocks and snippets. The caret stays in the text; arrow keys select, Enter and Tab insert, Escape
 * keeps the slash as text.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SlashMenu(props: SlashMenuProps) {
  const { editor, slash, snippets, asks } = props;
  const desk = useDeskWords();
  const list = useRef<HTMLDivElement>(null);
  const options = slashOptions({ query: slash.query, words: desk.blocks, snippets }, editor, asks);
  const { at, option, choose, onKey } = useChoice(props, options);
  useActiveOption(editor, optionId(option));
  useLayoutEffect(() => placeAt(list.current, editor.view.coordsAtPos(slash.from)), [editor, slash]);
  const place = { at: String(at + 1), count: String(options.length) };
  const said = option ? fill(desk.editor.option, { name: option.name, ...place }) : '';
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    announce(editor, said);
  }, [editor, said]);
  if (options.length === 0) return null;
  return (
    <div
      ref={list}
      id={LIST_ID}
      role="listbox"
      // The caret stays in the text, but the keys also work when the menu gets the focus another way.
      tabIndex={0}
      aria-label={desk.editor.slash}
      aria-activedescendant={optionId(option)}
      className={`${menuStyle} ${placedStyle}`}
      onKeyDown={(event) => {
        if (!onKey(event.nativeEvent)) return;
        event.preventDefault();
        if (event.key === 'Escape') editor.view.focus();
      }}
    >
      {options.map((each) => (
        <Option
          key={each.id}
          option={each}
          isChosen={each === option}
          onPoint={() => choose(options.indexOf(each))}
          onTake={() => insert(each, props)}
        />
      ))}
    </div>
  );
}

/** Which of the options is chosen, and the keys that choose one and insert it. */
function useChoice(props: SlashMenuProps, options: SlashOption[]) {
  const { editor } = props;
  const [chosen, choose] = useState(0);
  const at = Math.min(chosen, options.length - 1);
  const option = options[at];
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      editor.view.dispatch(editor.state.tr.setMeta(slashKey, 'leave'));
      return true;
    }
    if (!option) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((at + step + options.length) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') insert(option, props);
    else return false;
    return true;
  };
  useKeys(editor, onKey);
  return { at, option, choose, onKey };
}

/** Puts a block or snippet in the place of the slash and what was typed after it. */
function insert(option: SlashOption, { editor, slash: { from, query } }: SlashMenuProps): void {
  editor
    .chain()
    .deleteRange({ from, to: from + 1 + query.length })
    .run();
  option.take();
}

interface OptionProps {
  option: SlashOption;
  isChosen: boolean;
  onPoint: () => void;
  onTake: () => void;
}

function Option({ option, isChosen, onPoint, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text, where the caret stays.
    <div
      id={optionId(option)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={optionStyle}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !isChosen && onPoint()}
      onClick={onTake}
    >
      <span className="text-soft grid w-7 flex-none place-items-center font-semibold">
        <Icon name={option.icon} />
      </span>
      <span className="min-w-0 truncate">{option.name}</span>
      {option.keys && <kbd className={menuKeysStyle}>{option.keys}</kbd>}
    </div>
  );
}

/** Sends the keys to the newest menu while it is mounted. */
function useKeys(editor: Editor, onKey: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    editor.storage.slash.onKey = (event) => latest.current(event);
    return () => {
      editor.storage.slash.onKey = null;
    };
  }, [editor]);
}

/** Tells screen readers which option is active while the focus is in the text. */
function useActiveOption(editor: Editor, id: string): void {
  useLayoutEffect(() => {
    const text = editor.view.dom;
    if (!id) return;
    text.setAttribute('aria-haspopup', 'listbox');
    text.setAttribute('aria-controls', LIST_ID);
    text.setAttribute('aria-activedescendant', id);
    return () => {
      for (const name of ['aria-haspopup', 'aria-controls', 'aria-activedescendant'])
        text.removeAttribute(name);
    };
  }, [editor, id]);
}
