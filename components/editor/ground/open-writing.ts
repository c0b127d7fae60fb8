import type { Editor } from '@tiptap/react';
import type { Writing } from '@/lib/posts/types';
import type { Fields } from './editor-types';
import type { Flushed } from './save-state';

/** What all folders of the editor may ask of the autosave. */
export interface Saver {
  /** Saves at once what is unsaved. */
  flush: () => Promise<Flushed>;
  /** Gives up what is unsaved, for a text that was set aside. */
  abandon: () => Promise<void>;
}

/** The text that is being written, as every folder of the editor sees it. */
export interface OpenWriting {
  /** The editor of the body; null until it is ready. */
  editor: Editor | null;
  fields: Fields;
  change: (patch: Partial<Fields>) => void;
  /** The whole text as it is now. */
  read: () => Writing;
  autosave: Saver;
}
