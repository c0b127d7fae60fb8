import { adminPath } from '@/lib/addresses';
import { isServerThere, namingLimits } from './naming-limits';
import { type Refused, rejection, type SendOptions, type Sent, UploadRejected } from './upload-rejected';

/**
 * Sends one file to the library. Only `XMLHttpRequest` reports how much of a file has been sent.
 * @throws NotTakenIn when it was refused or the server was not reached.
 */
export const sendFile = namingLimits(sendOnce, isServerThere);

function sendOnce(file: File, { replaces, onProgress, signal }: SendOptions): Promise<Sent> {
  const request = new XMLHttpRequest();
  const query = { name: file.name, ...(replaces && { replaces }) };
  request.open('POST', adminPath('media/upload', query));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  return new Promise((done, fail) => {
    const unreachable = () => fail(new UploadRejected('', 'unreachable'));
    request.addEventListener('error', unreachable);
    request.addEventListener('timeout', unreachable);
    request.addEventListener('abort', unreachable);
    request.addEventListener('load', () => {
      const answer = answerOf(request);
      if (answer?.ok) done(answer.value);
      else fail(rejection(answer, request.status));
    });
    request.send(file);
  });
}

/** Returns the answer of our server; null when something in between answered. */
function answerOf(request: XMLHttpRequest): { ok: true; value: Sent } | Refused | null {
  if (!request.getResponseHeader('content-type')?.includes('json')) return null;
  return JSON.parse(request.responseText) as { ok: true; value: Sent } | Refused;
}
