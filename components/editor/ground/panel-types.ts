import type { EditorProps } from './editor-types';
import type { OpenWriting } from './open-writing';
import type { PostCommands } from './post-commands';
import type { StoredDraft } from './save-state';

/** Props of every panel section. */
export interface PanelProps extends EditorProps {
  writing: OpenWriting;
  commands: PostCommands;
  /** Opens a text that the server already has, such as a restored one. */
  onRestored: (draft: StoredDraft) => void;
}
