'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { AddressChoice } from './address-choices';
import { AddressForm } from './address-form.client';
import { completed, isLinkable } from './completed-address';
import { useOwnPosts } from './use-own-posts';

/** Sets, changes or removes the link at the selection. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useDeskWords().toolbar;
  const [before] = useState<string>(() => editor.getAttributes('link').href ?? '');
  const [href, setHref] = useState(before);
  const [trouble, setTrouble] = useState('');
  const posts = useOwnPosts(href === before ? '' : href);
  const choices = posts.map(({ headline, language, ...post }) => ({
    ...post,
    words: headline,
    lang: language,
  }));
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const submit = () => {
    const address = completed(href.trim());
    if (!isLinkable(address)) return setTrouble(words.linkTrouble);
    setLink(editor, address, address);
    close();
  };
  const choose = (choice: AddressChoice) => {
    setLink(editor, choice.href, choice.words);
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
      hint={words.linkHint}
      choices={choices}
      onChoose={choose}
      submit={words.setLink}
      onSubmit={submit}
      onClose={close}
    >
      {before && <Button onClick={remove}>{words.remove}</Button>}
    </AddressForm>
  );
}

/** @param words are inserted where nothing is selected. */
function setLink(editor: Editor, href: string, words: string): void {
  const { selection } = editor.state;
  if (selection.empty && !editor.isActive('link')) {
    editor
      .chain()
      .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
      .run();
    return;
  }
  editor.chain().extendMarkRange('link').setMark('link', { href }).run();
}
