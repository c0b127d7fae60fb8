'use client';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPostsPath } from '@/lib/addresses';
import { documentExtensions } from '@/lib/document/schema';
import type { LanguageCode } from '@/lib/language/languages';
import type { Writing } from '@/lib/posts/types';

interface FollowingTabProps {
  writing: Writing;
  language: LanguageCode;
  onTake: () => void;
}

/** Shows the text that another tab is editing, read-only, with a button that moves editing to this tab. */
export function FollowingTab({ writing, language, onTake }: FollowingTabProps) {
  const { saving: words, posts } = useDeskWords();
  const [isTaking, setTaking] = useState(false);
  const editor = useEditor({
    extensions: documentExtensions,
    content: writing.body,
    editable: false,
    injectCSS: false,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        class: 'document writing-body',
        role: 'region',
        'aria-label': words.followed,
        'data-part': 'writing-body',
      },
    },
  });
  useEffect(() => {
    editor?.commands.setContent(writing.body, { emitUpdate: false });
  }, [editor, writing.body]);
  return (
    <main className="editor" data-following>
      <h1 className="ed-unseen">{posts.edit}</h1>
      <section className="ed-banner" aria-labelledby="following-heading">
        <h2 id="following-heading">{words.elsewhereHeading}</h2>
        <p>{words.elsewhereText}</p>
        <div className="ed-row">
          <button
            type="button"
            className="ed-button"
            disabled={isTaking}
            onClick={() => {
              setTaking(true);
              onTake();
            }}
          >
            {isTaking ? words.takingOver : words.writeHere}
          </button>
          <a href={adminPostsPath()} className="ed-quiet">
            {words.backToPosts}
          </a>
        </div>
      </section>
      <div className="writing-surface" lang={language}>
        <p className="writing-headline">{writing.headline || words.withoutHeadline}</p>
        {writing.standfirst && <p className="writing-standfirst">{writing.standfirst}</p>}
        <EditorContent editor={editor} />
      </div>
    </main>
  );
}
