import type { Save, SendResult, StoredDraft } from '@/components/editor/ground/save-state';
import { adminPostPath } from '@/lib/addresses';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { Answer } from '@/lib/errors';
import type { PostState, SaveMark, Writing } from '@/lib/posts/types';
import { readWriting } from './read-writing';
import { isSameWriting } from './same-writing';

/** A `keepalive` request may carry at most 64 KiB; this leaves room for headers. */
const LARGEST_KEEPALIVE_BYTES = 60_000;
/**
 * A server that does not answer within this time, after the text has reached it, counts as unreachable, ms. So does
 * one whose answer stops for as long.
 */
const PATIENCE_MS = 20_000;
/** The slowest line that a text is waited for on: 8 KB/s. */
const SLOW_BYTES_PER_MS = 8;

/** The draft that the server has, with the pictures it shows. */
export interface FetchedDraft extends StoredDraft {
  savedAs: SaveMark | null;
  media: MediaFacts[];
}

/**
 * Sends a text to the server. Never rejects.
 * @param answered returns the message for an HTTP status whose answer is not in our format.
 */
export async function sendDraft(
  postId: number,
  { version, mark, text }: Save,
  leaving: boolean,
  answered: (status: number) => string,
): Promise<SendResult> {
  const body = `{"version":${version},"mark":${JSON.stringify(mark)},"writing":${text}}`;
  const bytes = new Blob([body]).size;
  const keepalive = leaving && bytes < LARGEST_KEEPALIVE_BYTES;
  const headers = { 'content-type': 'application/json' };
  try {
    const answer = await request<{ version: number; state?: PostState }>(
      postId,
      { method: 'PUT', headers, body, keepalive, signal: patienceFor(bytes) },
      answered,
    );
    if (answer.ok) {
      const { version, state } = answer.value;
      return { kind: 'saved', version, state };
    }
    if (answer.code === 'signed_out') return { kind: 'signedOut' };
    if (answer.code !== 'conflict') return { kind: 'refused', code: answer.code, message: answer.message };
    return await conflictOrSame(postId, readWriting(text));
  } catch (error) {
    console.warn('The draft did not reach the server.', error);
    return { kind: 'unreachable' };
  }
}

/**
 * Fetches the current draft from the server.
 * @throws when the server cannot be reached or refuses.
 */
export async function fetchDraft(postId: number): Promise<FetchedDraft> {
  const { signal, renew, end } = patienceWithProgress();
  const answer = await request<FetchedDraft>(postId, { method: 'GET', signal }, String, renew).finally(end);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** Compares both texts first: two people may have written the same text, which is not a conflict. */
async function conflictOrSame(postId: number, sent: Writing): Promise<SendResult> {
  const { version, writing } = await fetchDraft(postId);
  if (isSameWriting(writing, sent)) return { kind: 'saved', version };
  return { kind: 'conflict', theirs: { version, writing } };
}

/** Returns the signal that ends a request whose body has this many bytes, when it takes too long. */
function patienceFor(bytes: number): AbortSignal {
  return AbortSignal.timeout(PATIENCE_MS + Math.ceil(bytes / SLOW_BYTES_PER_MS));
}

/** Makes a signal that ends a request when nothing comes for too long: a long text may take minutes on a slow line. */
function patienceWithProgress() {
  const ending = new AbortController();
  const giveUp = () => ending.abort(new DOMException('The server sent nothing more.', 'TimeoutError'));
  let timer = setTimeout(giveUp, PATIENCE_MS);
  const end = () => clearTimeout(timer);
  const renew = () => {
    end();
    timer = setTimeout(giveUp, PATIENCE_MS);
  };
  return { signal: ending.signal, renew, end };
}

/** @param onProgress called with each part of the answer. */
async function request<T>(
  postId: number,
  init: RequestInit,
  answered: (status: number) => string,
  onProgress: () => void = () => undefined,
): Promise<Answer<T>> {
  const response = await fetch(adminPostPath(postId, 'draft'), {
    ...init,
    cache: 'no-store',
    redirect: 'manual',
  });
  onProgress();
  if (response.type === 'opaqueredirect' || response.status === 401)
    return { ok: false, code: 'signed_out', message: '' };
  if (!response.headers.get('content-type')?.includes('json'))
    return { ok: false, code: 'unavailable', message: answered(response.status) };
  return JSON.parse(await textOf(response, onProgress)) as Answer<T>;
}

async function textOf({ body }: Response, onProgress: () => void): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onProgress();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
