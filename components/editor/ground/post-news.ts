import type { PostState } from '@/lib/posts/types';

/**
 * Called before a request whose answer says what has become of the post; the answer goes to what it returns. An
 * answer that a command of this editor has overtaken changes nothing.
 */
export type HearState = () => (state: PostState) => void;

/** What became of the post while its editor is open. */
export interface PostNews {
  hear: HearState;
  /** Asks the server what has become of the post. */
  ask: () => Promise<void>;
  /** When the clock published the post here (epoch ms), until its author has dismissed the message; null otherwise. */
  wentLiveAt: number | null;
  dismiss: () => void;
}
