import type { Editor } from '@tiptap/react';
import type { Writing } from '@/lib/posts/types';
import type { Fields } from './editor-types';
import type { Flushed } from './save-state';

/** The part of the autosave that all folders of the editor may use. */
export interface Saver {
  /** Saves unsaved changes immediately. */
  flush: () => Promise<Flushed>;
  /** Discards unsaved changes of a text that was set aside. */
  abandon: () => Promise<void>;
}

/** The open text, as every folder of the editor sees it. */
export interface OpenWriting {
  /** The editor of the body; null until it is ready. */
  editor: Editor | null;
  fields: Fields;
  change: (patch: Partial<Fields>) => void;
  /** Returns the whole current text. */
  read: () => Writing;
  autosave: Saver;
}
