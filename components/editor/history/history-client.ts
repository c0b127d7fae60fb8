import { adminPostPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { Answer } from '@/lib/errors';
import type { HistoryEntry, RevisionReference } from '@/lib/posts/history/history';
import type { Writing } from '@/lib/posts/types';

/** The stored texts of a post, newest first. */
export interface History {
  entries: HistoryEntry[];
  draftWordCount: number;
}

/** A stored text with its pictures. */
export interface StoredRevision {
  writing: Writing;
  media: MediaFacts[];
}

/** Fetches the history of a post. @throws when the server cannot be reached or refuses. */
export function fetchHistory(postId: number): Promise<History> {
  return read(adminPostPath(postId, 'history'));
}

/** Fetches one stored text. @throws when the server cannot be reached or refuses. */
export function fetchKeptText(postId: number, { kind, id }: RevisionReference): Promise<StoredRevision> {
  return read(adminPostPath(postId, `history/${kind}-${id}`));
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: 'no-store', redirect: 'manual' });
  const answer: Answer<T> = await response.json();
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}
