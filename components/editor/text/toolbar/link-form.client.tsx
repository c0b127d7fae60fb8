'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { isSafeHref } from '@/lib/document/attributes';
import { AddressForm } from './address-form.client';
import { completed } from './completed-address';

/** Sets, changes or removes the link at the selection. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useDeskWords().toolbar;
  const [before] = useState<string>(() => editor.getAttributes('link').href ?? '');
  const [href, setHref] = useState(before);
  const [trouble, setTrouble] = useState('');
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const submit = () => {
    const address = completed(href.trim());
    if (!isSafeHref(address)) return setTrouble(words.linkTrouble);
    setLink(editor, address);
    close();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    close();
  };
  return (
    <AddressForm
      name={words.link}
      label={words.linkTo}
      value={href}
      onChange={setHref}
      trouble={trouble}
      submit={words.setLink}
      onSubmit={submit}
      onClose={close}
    >
      {before && <Button onClick={remove}>{words.remove}</Button>}
    </AddressForm>
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
