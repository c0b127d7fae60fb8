'use client';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import type { EditorProps } from './editor-types';
import type { PostCommands } from './use-post-commands';
import type { useWriting } from './use-writing';

interface EditorHeaderProps extends EditorProps {
  writing: ReturnType<typeof useWriting>;
  commands: PostCommands;
  indicator: ReactNode;
  panelButton: RefObject<HTMLButtonElement | null>;
  isPanelOpen: boolean;
  onPanel: () => void;
}

/** The way back, where the text is, preview, settings and the one main button. */
export function EditorHeader(props: EditorHeaderProps) {
  const { draft, actions, writing, commands, indicator, panelButton, isPanelOpen, onPanel } = props;
  const { postId, status } = draft;
  const preview = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    // The tab opens within the click, or the browser would take it for an unwanted one.
    const tab = window.open('', `preview-${postId}`);
    void writing.autosave.flush().then(() => {
      if (tab) tab.location.href = href;
      else window.location.assign(href);
    });
  };
  return (
    <header className="editor-header">
      <a href="/admin/posts" className="ed-quiet">
        <span aria-hidden="true">←</span> Posts
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
          Settings
        </button>
        <a href={`/admin/posts/${postId}/preview`} className="ed-quiet" onClick={preview}>
          Preview
        </a>
        <button
          type="button"
          className="ed-button"
          disabled={commands.isBusy || !writing.editor}
          onClick={() =>
            void commands.run((draftVersion) => actions.publish({ postId, draftVersion }), {
              text: status === 'published' ? 'Published the changes' : 'Published',
              isLive: true,
            })
          }
        >
          {PUBLISH_LABEL[status]}
        </button>
      </div>
    </header>
  );
}

const PUBLISH_LABEL = {
  draft: 'Publish',
  scheduled: 'Publish now',
  published: 'Publish changes',
  unlisted: 'Publish changes',
  withdrawn: 'Publish again',
  binned: 'Publish again',
} as const;
