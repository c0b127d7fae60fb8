import type { StoredDraft } from '@/components/editor/ground/save-state';
import type { AutosaveStart } from './autosave/use-autosave';

/** The open text, its edit session, and a counter of the texts opened so far. */
export interface Opened extends StoredDraft, AutosaveStart {
  generation: number;
  /** True when the server does not have this text yet. */
  isNew: boolean;
}

/** Opens a text. @param line the edit session to continue; a new one when absent. */
export type OpenText = (
  draft: StoredDraft,
  isNew: boolean,
  line?: { line: string; sequence: number },
) => void;
