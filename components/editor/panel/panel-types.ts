import type { Writing } from '@/lib/posts/types';
import type { StoredDraft } from '../autosave/save-state';
import type { EditorProps } from '../editor-types';
import type { PostCommands } from '../use-post-commands';
import type { useWriting } from '../use-writing';

/** What every section of the panel works with. */
export interface PanelProps extends EditorProps {
  writing: ReturnType<typeof useWriting>;
  commands: PostCommands;
  /** Goes on with another text, such as one put aside. */
  onUseText: (writing: Writing) => Promise<void>;
  /** Opens a text that the server has already, such as a restored one. */
  onRestored: (draft: StoredDraft) => void;
}
