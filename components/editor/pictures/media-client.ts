import { sendFile } from '@/components/uploads/send-file';
import type { MediaFacts } from '@/lib/media/media-facts';

type Answer<T> = { ok: true; value: T } | { ok: false; code?: string; message: string };

/** The session has ended: the same may succeed after signing in again. */
export class SignedOut extends Error {}

/**
 * Sends a picture to the library.
 * @throws with a sentence for people when the server refuses it or cannot be reached.
 */
export async function uploadPicture(file: File): Promise<MediaFacts> {
  const sent = await sendFile(file, { onProgress: () => {}, signal: new AbortController().signal });
  return sent.media;
}

/**
 * Has the server take a picture of another site into the library.
 * @throws with a sentence for people when it cannot be had.
 */
export async function fetchPicture(address: string): Promise<MediaFacts> {
  const response = await fetch('/admin/media/fetch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address }),
  });
  return answered(await parse<MediaFacts>(response), 'A picture could not be taken in.');
}

/**
 * Pictures of the library, newest first.
 * @param q words looked for in name, alt, caption and credit.
 * @throws with a sentence for people.
 */
export async function listPictures(q: string, signal: AbortSignal): Promise<MediaFacts[]> {
  const response = await fetch(`/admin/media/list?q=${encodeURIComponent(q)}`, { signal });
  const value = answered(
    await parse<MediaFacts[] | { media: MediaFacts[] }>(response),
    'The library does not answer.',
  );
  return Array.isArray(value) ? value : value.media;
}

async function parse<T>(response: Response): Promise<Answer<T> | null> {
  if (!response.headers.get('content-type')?.includes('json')) return null;
  return (await response.json()) as Answer<T>;
}

function answered<T>(answer: Answer<T> | null, otherwise: string): T {
  if (answer?.ok) return answer.value;
  if (answer?.code === 'signed_out') throw new SignedOut(answer.message);
  throw new Error(answer?.message || otherwise);
}
