import type { EditorProps } from '@/components/editor/ground/editor-types';
import type { StoredDraft } from '@/components/editor/saving/autosave/save-state';
import type { PostCommands } from '@/components/editor/use-post-commands';
import type { useWriting } from '@/components/editor/use-writing';
import type { Writing } from '@/lib/posts/types';

/** What every section of the panel works with. */
export interface PanelProps extends EditorProps {
  writing: ReturnType<typeof useWriting>;
  commands: PostCommands;
  /** Goes on with another text, such as one put aside. */
  onUseText: (writing: Writing) => Promise<void>;
  /** Opens a text that the server has already, such as a restored one. */
  onRestored: (draft: StoredDraft) => void;
}
