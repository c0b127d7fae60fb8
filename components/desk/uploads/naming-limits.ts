import { type SendOptions, type Sent, UploadRejected } from './upload-rejected';

type SendSized<Source> = (file: Source, sending: SendOptions) => Promise<Sent>;

/** The smallest default limit of a server in front of ours: nginx's 1 MB. */
const SMALLEST_LIMIT_BYTES = 1024 * 1024;
const PATIENCE_MS = 5000;

/**
 * Distinguishes a lost connection from a limit on size. nginx answers 413 at once and reads the rest of the file, but
 * closes the connection after 30 seconds, and other servers close it at once: the browser then reports the same as
 * without a network. So a large file whose upload was cut off while our server answers is sent once more; cut off
 * again, a limit is the likely cause.
 * @see https://nginx.org/en/docs/http/ngx_http_core_module.html#lingering_close
 */
export function namingLimits<Source extends { size: number }>(
  send: SendSized<Source>,
  isThere: (signal: AbortSignal) => Promise<boolean>,
): SendSized<Source> {
  return async (file, sending) => {
    const isCutOff = async (error: unknown) =>
      error instanceof UploadRejected &&
      error.obstacle === 'unreachable' &&
      file.size > SMALLEST_LIMIT_BYTES &&
      !sending.signal.aborted &&
      (await isThere(sending.signal));
    try {
      return await send(file, sending);
    } catch (error) {
      if (!(await isCutOff(error))) throw error;
    }
    try {
      return await send(file, sending);
    } catch (error) {
      throw (await isCutOff(error)) ? new UploadRejected('', 'likelyTooLarge') : error;
    }
  };
}

/** Returns whether our server answers now. */
export async function isServerThere(signal: AbortSignal): Promise<boolean> {
  try {
    const ended = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    return (await fetch('/healthz', { cache: 'no-store', signal: ended })).ok;
  } catch (error) {
    console.warn('The server was not reached.', error);
    return false;
  }
}
