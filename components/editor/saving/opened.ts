import type { StoredDraft } from '@/components/editor/ground/save-state';
import type { AutosaveStart } from './autosave/use-autosave';

/** The text that is open, the line of writing that goes on with it, and which opening of a text it is. */
export interface Opened extends StoredDraft, AutosaveStart {
  generation: number;
  /** True when the server does not have this text yet. */
  isNew: boolean;
}

/** Opens a text. @param line the line of writing that goes on; a new one when there is none to go on with. */
export type OpenText = (
  draft: StoredDraft,
  isNew: boolean,
  line?: { line: string; sequence: number },
) => void;
