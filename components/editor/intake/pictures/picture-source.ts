import { sendFile } from '@/components/desk/uploads/send-file';
import {
  rejection,
  type SendOptions,
  type Sent,
  UploadRejected,
} from '@/components/desk/uploads/upload-rejected';
import type { MediaFacts } from '@/lib/document/media-facts';

/** A picture that is not at hand as a file: it stands at an address of the web, or within a clipboard. */
export interface PictureAddress {
  name: string;
  /** `data:`, `blob:` or `http(s):`. */
  address: string;
}

/** Where a picture comes from that is to go into the library. */
export type PictureSource = File | PictureAddress;

/**
 * Takes a picture into the library, wherever it is now.
 * @throws NotTakenIn when it cannot be had or was refused, or the server was not reached.
 */
export async function sendPicture(source: PictureSource, sending: SendOptions): Promise<Sent> {
  if (source instanceof File) return sendFile(source, sending);
  if (/^https?:/i.test(source.address)) {
    sending.onProgress(1);
    return { media: await fetchPicture(source.address, sending.signal), isKnown: false };
  }
  return sendFile(await fileAt(source), sending);
}

/** Has the server take in a picture of another site. */
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
    // What a clipboard holds may be cut off, or belong to a page that is gone.
    console.warn('A pasted picture could not be read.', error);
    throw new UploadRejected('');
  }
}

/** The policy of the page lets no script fetch a data: address; its bytes are in it anyway. */
function fromData(address: string, name: string): File {
  const [head = '', data = ''] = address.split(',', 2);
  const type = /^data:([^;,]+)/.exec(head)?.[1] ?? '';
  const bytes = head.endsWith(';base64') ? atob(data) : decodeURIComponent(data);
  return new File([Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))], name, { type });
}
