import type { MediaFacts } from '@/lib/media/media-facts';
import type { Writing } from '@/lib/posts/types';
import { isSameWriting } from './same-writing';
import type { SendResult, StoredDraft } from './save-state';

/** A request that outlives its page may carry at most 64 KiB; this leaves room for headers. */
const LARGEST_KEEPALIVE_BYTES = 60_000;
/** A server that says nothing for so long counts as unreachable, ms. */
const PATIENCE_MS = 20_000;

type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** The draft that the server has, with the pictures it shows. */
export interface FetchedDraft extends StoredDraft {
  media: MediaFacts[];
}

/** Sends a text to the server. Never rejects. */
export async function sendDraft(postId: number, draft: StoredDraft, leaving: boolean): Promise<SendResult> {
  const body = JSON.stringify({
    version: draft.version,
    mark: { line: `once-${Math.random().toString(36).slice(2)}`, sequence: 0 },
    writing: draft.writing,
  });
  const keepalive = leaving && new Blob([body]).size < LARGEST_KEEPALIVE_BYTES;
  try {
    const answer = await request<{ version: number }>(postId, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive,
    });
    if (answer.ok) return { kind: 'saved', version: answer.value.version };
    if (answer.code !== 'conflict') return { kind: 'refused', message: answer.message };
    return await conflictOrOwn(postId, draft.writing);
  } catch (error) {
    console.warn('The draft did not reach the server.', error);
    return { kind: 'unreachable' };
  }
}

/**
 * The draft as the server has it now.
 * @throws when the server cannot be reached or refuses.
 */
export async function fetchDraft(postId: number): Promise<FetchedDraft> {
  const answer = await request<FetchedDraft>(postId, { method: 'GET' });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** An answer that got lost on its way makes our own text look like someone else's. */
async function conflictOrOwn(postId: number, sent: Writing): Promise<SendResult> {
  const { version, writing } = await fetchDraft(postId);
  if (isSameWriting(writing, sent)) return { kind: 'saved', version };
  return { kind: 'conflict', theirs: { version, writing } };
}

async function request<T>(postId: number, init: RequestInit): Promise<Answer<T>> {
  const response = await fetch(`/admin/posts/${postId}/draft`, {
    ...init,
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.type === 'opaqueredirect' || response.status === 401) return SIGNED_OUT;
  if (!response.headers.get('content-type')?.includes('json')) {
    return {
      ok: false,
      code: 'invalid',
      message: `The server answered ${response.status}. Your text is kept here.`,
    };
  }
  return (await response.json()) as Answer<T>;
}

const SIGNED_OUT = {
  ok: false,
  code: 'signed_out',
  message: 'You are signed out. Sign in again in another tab; your text is kept here.',
} as const;
