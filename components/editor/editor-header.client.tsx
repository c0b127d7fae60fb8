'use client';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import { Button, buttonStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPostPath, adminPostsPath } from '@/lib/addresses';
import { LANGUAGES } from '@/lib/language/languages';
import type { EditorProps } from './ground/editor-types';
import type { OpenWriting } from './ground/open-writing';
import type { PostCommands } from './ground/post-commands';
import { PublishButton } from './publishing/publish/publish-button.client';

interface EditorHeaderProps extends EditorProps {
  writing: OpenWriting;
  commands: PostCommands;
  indicator: ReactNode;
  panelButton: RefObject<HTMLButtonElement | null>;
  isPanelOpen: boolean;
  onPanel: () => void;
}

const linkStyle = buttonStyle({ kind: 'plain', className: 'compact:max-xs:px-2' });

/** Renders the back link, the save indicator, preview, settings and the main button. */
export function EditorHeader(props: EditorHeaderProps) {
  const { draft, writing, indicator, panelButton, isPanelOpen, onPanel } = props;
  const words = useDeskWords().publishing;
  const { postId } = draft;
  const preview = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    // The tab must open within the click, or the browser would block it as a pop-up.
    const tab = window.open('', `preview-${postId}`);
    void writing.autosave.flush().then(() => {
      if (tab) tab.location.href = href;
      else window.location.assign(href);
    });
  };
  return (
    <header className="max-xs:flex-wrap max-xs:px-2 flex items-center gap-x-3 gap-y-2 px-4 py-2">
      <a href={adminPostsPath()} className={linkStyle}>
        <span aria-hidden="true">←</span> {words.posts}
      </a>
      {indicator}
      <div className="max-xs:basis-full max-xs:justify-end flex items-center gap-1">
        {draft.translations.map(({ postId: other, language }) => (
          <a
            key={other}
            href={adminPostPath(other)}
            lang={language}
            hrefLang={language}
            className={linkStyle}
          >
            {LANGUAGES[language].ownName}
          </a>
        ))}
        <Button
          ref={panelButton}
          kind="plain"
          className="compact:max-xs:px-2 xl:hidden"
          aria-expanded={isPanelOpen}
          aria-controls="post-panel"
          onClick={onPanel}
        >
          {words.settings}
        </Button>
        <a href={adminPostPath(postId, 'proof')} className={linkStyle} onClick={preview}>
          {words.preview}
        </a>
        {props.may.publish && <PublishButton {...props} />}
      </div>
    </header>
  );
}
