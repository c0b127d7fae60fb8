'use client';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { Button, buttonStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Banner } from '@/components/editor/ground/banner';
import { EDITOR_ROOM } from '@/components/editor/ground/room';
import {
  countingStyle,
  headlineStyle,
  standfirstStyle,
  surfaceStyle,
} from '@/components/editor/ground/surface-styles';
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
        class: `document ${countingStyle}`,
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
    <main {...EDITOR_ROOM} data-following>
      <h1 className="sr-only">{posts.edit}</h1>
      <Banner aria-labelledby="following-heading">
        <h2 id="following-heading" className="text-title font-strong">
          {words.elsewhereHeading}
        </h2>
        <p>{words.elsewhereText}</p>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            kind="main"
            disabled={isTaking}
            onClick={() => {
              setTaking(true);
              onTake();
            }}
          >
            {isTaking ? words.takingOver : words.writeHere}
          </Button>
          <a href={adminPostsPath()} className={buttonStyle()}>
            {words.backToPosts}
          </a>
        </div>
      </Banner>
      <div className={surfaceStyle} lang={language}>
        <p className={headlineStyle}>{writing.headline || words.withoutHeadline}</p>
        {writing.standfirst && <p className={standfirstStyle}>{writing.standfirst}</p>}
        <EditorContent editor={editor} />
      </div>
    </main>
  );
}
