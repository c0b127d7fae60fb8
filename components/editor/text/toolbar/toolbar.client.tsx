'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { IconButton } from '@/components/desk/ui/icon-button';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import { numberedListAt } from '../blocks/numbered-list';
import { loadCardForm, loadLinkForm, loadListTools, loadRarerBlocks, loadTableTools } from '../lazy-parts';
import { Icon } from './icons';
import { type Tool, toolGroups } from './tools';
import { useKeyboardInset } from './use-keyboard-inset';

/** The form that the toolbar shows in a row of its own. */
export type OpenForm = 'link' | 'card' | null;

interface ToolbarProps {
  editor: Editor;
  asking: OpenForm;
  onAsk: (asking: OpenForm) => void;
  onPicture: () => void;
  onSnippets: () => void;
}

// On a phone it is within reach of the thumbs, right above the keyboard.
const placeStyle =
  'phone:fixed phone:inset-x-0 phone:bottom-[var(--keyboard-inset,0)] phone:z-9 phone:flex phone:flex-col-reverse phone:border-t phone:border-rule phone:bg-paper';

const toolStyle = 'focus-visible:-outline-offset-2 [&_sup]:text-[0.65em]';

/** Renders the formatting toolbar; its forms open in a row under it. */
export function Toolbar({ editor, asking, onAsk, onPicture, onSnippets }: ToolbarProps) {
  const words = useDeskWords();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const [isTableClosed, setTableClosed] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const asks = { onPicture, onSnippets, onCard: () => onAsk('card') };
  const groups = toolGroups(words, { ...asks, onLink: () => onAsk(asking === 'link' ? null : 'link') });
  const states = useToolStates(editor, groups);
  const isInTable = states.table === 'on';
  const isNumbered = useEditorState({
    editor,
    selector: ({ editor }) => numberedListAt(editor.state) !== null,
  });
  // The tools are there again in the next table.
  if (isTableClosed && !isInTable) setTableClosed(false);
  // Within a table, the table button closes the table tools, and opens them again.
  const press = (tool: Tool) =>
    tool.id === 'table' && isInTable ? setTableClosed(!isTableClosed) : tool.run(editor);
  useEffect(() => makeOneTabStop(bar.current), []);
  useKeyboardInset();
  return (
    <div className={placeStyle}>
      <div
        ref={bar}
        role="toolbar"
        aria-label={words.toolbar.name}
        aria-orientation="horizontal"
        className="phone:overscroll-x-contain max-xs:px-2 flex scrollbar-none gap-1 overflow-x-auto px-4 pt-0.5 pb-1"
        onKeyDown={moveFocus}
        onFocus={rememberTabStop}
      >
        {groups.map((tools) => (
          <Group key={tools[0]?.id} isForTouch={tools[0]?.isForTouch}>
            {tools.map((tool) => (
              <ToolButton key={tool.id} tool={tool} state={states[tool.id]} onPress={() => press(tool)} />
            ))}
          </Group>
        ))}
        <Group>
          <IconButton
            className={toolStyle}
            label={words.toolbar.more}
            title={words.toolbar.more}
            aria-expanded={isMoreOpen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setMoreOpen(!isMoreOpen)}
          >
            <Icon name="more" />
          </IconButton>
        </Group>
      </div>
      {asking === 'link' && <Lazy load={loadLinkForm} props={{ editor, onClose: () => onAsk(null) }} />}
      {asking === 'card' && <Lazy load={loadCardForm} props={{ editor, onClose: () => onAsk(null) }} />}
      {isMoreOpen && (
        <Lazy load={loadRarerBlocks} props={{ editor, asks, onDone: () => setMoreOpen(false) }} />
      )}
      {isInTable && !isTableClosed && !isMoreOpen && <Lazy load={loadTableTools} props={{ editor }} />}
      {isNumbered && !isMoreOpen && <Lazy load={loadListTools} props={{ editor }} />}
    </div>
  );
}

function Group({ isForTouch, children }: { isForTouch?: boolean; children: ReactNode }) {
  const display = isForTouch ? 'hidden touch:flex' : 'flex';
  return <div className={`border-rule not-first:border-l not-first:pl-1 ${display}`}>{children}</div>;
}

type ToolState = 'on' | 'off' | 'unavailable';

function useToolStates(editor: Editor, groups: Tool[][]): Record<string, ToolState> {
  return useEditorState({
    editor,
    selector: ({ editor }) =>
      Object.fromEntries(groups.flat().map((tool) => [tool.id, stateOf(tool, editor)])),
  });
}

function stateOf(tool: Tool, editor: Editor): ToolState {
  if (tool.isAvailable && !tool.isAvailable(editor)) return 'unavailable';
  return tool.isActive?.(editor) ? 'on' : 'off';
}

interface ToolButtonProps {
  tool: Tool;
  state: ToolState | undefined;
  onPress: () => void;
}

function ToolButton({ tool, state, onPress }: ToolButtonProps) {
  return (
    <IconButton
      className={toolStyle}
      label={tool.label}
      title={tool.shortcut ? `${tool.label} (${shortcutLabel(tool.shortcut)})` : tool.label}
      aria-pressed={tool.isActive ? state === 'on' : undefined}
      aria-disabled={state === 'unavailable'}
      // The text keeps its selection and, on a phone, the on-screen keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => state !== 'unavailable' && onPress()}
    >
      <Icon name={tool.icon} />
    </IconButton>
  );
}

/** Moves the focus by arrow keys; the toolbar is one Tab stop: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')].filter((button) => button.offsetParent);
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined || at === -1) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}

function rememberTabStop(event: FocusEvent<HTMLDivElement>): void {
  for (const button of event.currentTarget.querySelectorAll<HTMLElement>('button')) {
    button.tabIndex = button === event.target ? 0 : -1;
  }
}

function makeOneTabStop(bar: HTMLElement | null): void {
  const [, ...others] = bar?.querySelectorAll('button') ?? [];
  for (const button of others) button.tabIndex = -1;
}
