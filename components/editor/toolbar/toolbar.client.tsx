'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LinkForm } from './link-form.client';
import { TableTools } from './table-tools.client';
import { type Tool, toolGroups } from './tools';

interface ToolbarProps {
  editor: Editor;
  isLinking: boolean;
  onLinking: (isLinking: boolean) => void;
  onPicture: () => void;
}

/** The formatting toolbar; what it opens stands in a row of its own under it. */
export function Toolbar({ editor, isLinking, onLinking, onPicture }: ToolbarProps) {
  const [isTableOpen, setTableOpen] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const table = () => {
    if (editor.isActive('table')) setTableOpen((open) => !open);
    else editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
  };
  const groups = toolGroups({ link: () => onLinking(!isLinking), picture: onPicture, table });
  const states = useToolStates(editor, groups);
  const isInTable = useEditorState({ editor, selector: ({ editor }) => editor.isActive('table') });
  useEffect(() => makeOneTabStop(bar.current), []);
  return (
    <div className="toolbar-place">
      <div
        ref={bar}
        role="toolbar"
        aria-label="Formatting"
        aria-orientation="horizontal"
        className="toolbar"
        onKeyDown={moveFocus}
        onFocus={rememberTabStop}
      >
        {groups.map((tools) => (
          <div key={tools[0]?.id} className="toolbar-group">
            {tools.map((tool) => (
              <ToolButton key={tool.id} tool={tool} editor={editor} state={states[tool.id]} />
            ))}
          </div>
        ))}
      </div>
      {isLinking && <LinkForm editor={editor} onClose={() => onLinking(false)} />}
      {isInTable && isTableOpen && <TableTools editor={editor} />}
    </div>
  );
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

function ToolButton({ tool, editor, state }: { tool: Tool; editor: Editor; state: ToolState | undefined }) {
  return (
    <button
      type="button"
      aria-label={tool.label}
      title={tool.shortcut ? `${tool.label} (${forThisKeyboard(tool.shortcut)})` : tool.label}
      aria-pressed={tool.isActive ? state === 'on' : undefined}
      aria-disabled={state === 'unavailable'}
      // The text keeps its selection, and on a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => state !== 'unavailable' && tool.run(editor)}
    >
      {tool.face}
    </button>
  );
}

function forThisKeyboard(shortcut: string): string {
  const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return isMac
    ? shortcut.replace('Mod+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧')
    : shortcut.replace('Mod', 'Ctrl');
}

/** One stop for Tab, arrows within: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/ */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
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
