'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useId, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Input, Select } from '@/components/desk/ui/field';
import { LIST_TYPES, listSign } from '@/lib/language/list-signs';
import { type Numbering, numberedListAt, renumbered } from '../blocks/numbered-list';
import { ToolRow } from './toolbar-row';

const LARGEST_START = 100_000;

/** Renders the choices of how the numbered list at the caret counts. */
export function ListTools({ editor }: { editor: Editor }) {
  const { toolbar: words, blocks } = useDeskWords();
  const id = useId();
  const list = useEditorState({ editor, selector: ({ editor }) => numberedListAt(editor.state) });
  const change = (numbering: Partial<Numbering>) => {
    if (editor.isEditable) editor.view.dispatch(renumbered(editor.state, numbering));
  };
  if (!list) return null;
  return (
    <ToolRow name={blocks.orderedList}>
      <label className="flex-none" htmlFor={`${id}-type`}>
        {words.listCounts}
      </label>
      <Select
        id={`${id}-type`}
        className="w-auto! flex-none"
        value={LIST_TYPES.indexOf(list.type)}
        onChange={({ target }) => change({ type: LIST_TYPES[Number(target.value)] ?? null })}
      >
        {LIST_TYPES.map((type, index) => (
          <option key={type} value={index}>
            {[1, 2, 3].map((number) => listSign(type, number)).join(', ')}
          </option>
        ))}
      </Select>
      <label className="flex-none" htmlFor={`${id}-start`}>
        {words.listStart}
      </label>
      <StartField
        key={list.at}
        id={`${id}-start`}
        start={list.start}
        onChange={(start) => change({ start })}
      />
      <Button
        aria-pressed={list.reversed}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => change({ reversed: !list.reversed })}
      >
        {words.listReversed}
      </Button>
    </ToolRow>
  );
}

interface StartFieldProps {
  id: string;
  start: number;
  onChange: (start: number) => void;
}

/** The number of the first item; an empty or impossible number changes nothing. */
function StartField({ id, start, onChange }: StartFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      id={id}
      type="number"
      inputMode="numeric"
      min={0}
      max={LARGEST_START}
      className="w-24! flex-none"
      value={typed ?? start}
      onBlur={() => setTyped(null)}
      onChange={({ target: { value, valueAsNumber } }) => {
        setTyped(value);
        const isNumber = Number.isInteger(valueAsNumber) && valueAsNumber >= 0;
        if (isNumber && valueAsNumber <= LARGEST_START) onChange(valueAsNumber);
      }}
    />
  );
}
