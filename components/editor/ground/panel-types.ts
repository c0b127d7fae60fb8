import type { EditorProps } from './editor-types';
import type { OpenWriting } from './open-writing';
import type { PostCommands } from './post-commands';
import type { StoredDraft } from './save-state';

/** What every section of the panel works with. */
export interface PanelProps extends EditorProps {
  writing: OpenWriting;
  commands: PostCommands;
  /** Opens a text that the server has already, such as a restored one. */
  onRestored: (draft: StoredDraft) => void;
}
