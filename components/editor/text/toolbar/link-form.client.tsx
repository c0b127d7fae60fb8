'use client';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { isSafeHref } from '@/lib/document/attributes';
import { completed } from './completed-address';

/** Sets, changes or removes the link at the selection. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useDeskWords().toolbar;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [before] = useState<string>(() => editor.getAttributes('link').href ?? '');
  const [href, setHref] = useState(before);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    // One frame later, because a command has just moved the focus to the text.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = completed(href.trim());
    if (!isSafeHref(address)) return setTrouble(words.linkTrouble);
    setLink(editor, address);
    close();
  };
  return (
    <form
      className="toolbar-row"
      aria-label={words.link}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label htmlFor={id}>{words.linkTo}</label>
      <input
        id={id}
        ref={input}
        className="ed-input"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        value={href}
        aria-invalid={Boolean(trouble)}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => setHref(event.target.value)}
      />
      <button type="submit" className="ed-button">
        {words.setLink}
      </button>
      {before && (
        <button
          type="button"
          className="ed-quiet"
          onClick={() => {
            editor.chain().extendMarkRange('link').unsetMark('link').run();
            close();
          }}
        >
          {words.remove}
        </button>
      )}
      <button type="button" className="ed-quiet" onClick={close}>
        {words.cancel}
      </button>
      <p id={`${id}-trouble`} role="alert">
        {trouble}
      </p>
    </form>
  );
}

function setLink(editor: Editor, href: string): void {
  const { selection } = editor.state;
  if (selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
      .run();
    return;
  }
  editor.chain().extendMarkRange('link').setMark('link', { href }).run();
}
