'use client';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { adminPostPath, adminPostsPath } from '@/lib/addresses';
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
    <header className="editor-header">
      <a href={adminPostsPath()} className="ed-quiet">
        <span aria-hidden="true">←</span> {words.posts}
      </a>
      {indicator}
      <div className="editor-header-actions">
        <button
          ref={panelButton}
          type="button"
          className="ed-quiet panel-toggle"
          aria-expanded={isPanelOpen}
          aria-controls="post-panel"
          onClick={onPanel}
        >
          {words.settings}
        </button>
        <a href={adminPostPath(postId, 'proof')} className="ed-quiet" onClick={preview}>
          {words.preview}
        </a>
        {props.may.publish && <PublishButton {...props} />}
      </div>
    </header>
  );
}
