import { sendFile } from '@/components/desk/uploads/send-file';
import {
  rejection,
  type SendOptions,
  type Sent,
  UploadRejected,
} from '@/components/desk/uploads/upload-rejected';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A picture that is not a file but has an address on the web or in the clipboard. */
export interface PictureAddress {
  name: string;
  /** `data:`, `blob:` or `http(s):`. */
  address: string;
}

/** The source of a picture to be added to the library. */
export type PictureSource = File | PictureAddress;

/**
 * Adds a picture to the library from any source.
 * @throws NotTakenIn when it cannot be fetched or was refused, or the server was not reached.
 */
export async function sendPicture(source: PictureSource, sending: SendOptions): Promise<Sent> {
  if (source instanceof File) return sendFile(source, sending);
  if (/^https?:/i.test(source.address)) {
    sending.onProgress(1);
    return { media: await fetchPicture(source.address, sending.signal), isKnown: false };
  }
  return sendFile(await fileAt(source), sending);
}

/** Asks the server to fetch a picture from another site. */
async function fetchPicture(address: string, signal: AbortSignal): Promise<MediaFacts> {
  const response = await fetch('/admin/media/fetch', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address }),
    signal,
  }).catch((error: unknown) => {
    throw new UploadRejected(String(error), 'unreachable');
  });
  const isOurs = response.headers.get('content-type')?.includes('json');
  const answer = isOurs ? await response.json() : null;
  if (!answer?.ok) throw rejection(answer, response.status);
  return answer.value;
}

async function fileAt({ name, address }: PictureAddress): Promise<File> {
  try {
    if (address.startsWith('data:')) return fromData(address, name);
    const blob = await (await fetch(address)).blob();
    return new File([blob], name, { type: blob.type });
  } catch (error) {
    // Clipboard contents may be truncated, or belong to a page that is gone.
    console.warn('A pasted picture could not be read.', error);
    throw new UploadRejected('', null, { isFinal: true });
  }
}

/** Decodes a data: address: the page's policy does not let scripts fetch one, and its bytes are in it anyway. */
function fromData(address: string, name: string): File {
  const [head = '', data = ''] = address.split(',', 2);
  const type = /^data:([^;,]+)/.exec(head)?.[1] ?? '';
  const bytes = head.endsWith(';base64') ? atob(data) : decodeURIComponent(data);
  return new File([Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))], name, { type });
}
