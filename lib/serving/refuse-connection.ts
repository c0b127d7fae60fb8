import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LanguageCode } from '@/lib/language/languages';
import { type PlainKey, refusalIn } from '@/lib/language/refusals';

/** What Node could not read, by the code of its error; anything else is a damaged request. */
const FAULTS: Record<string, [status: number, key: PlainKey]> = {
  HPE_HEADER_OVERFLOW: [431, 'headersTooLong'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'bodyTooLong'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'requestTooSlow'],
};

interface Options {
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Returns the main language of the publication. */
  mainLanguage: () => LanguageCode;
  /** Whether an answer on this connection is under way, which another would corrupt. */
  isAnswering: (socket: Duplex) => boolean;
}

/**
 * Makes the listener for requests that Node cannot read. There is no response object for them, and Node’s own
 * answers have neither our headers nor a sentence.
 * @see https://nodejs.org/api/http.html#event-clienterror
 */
export function connectionRefuser({ headers, mainLanguage, isAnswering }: Options) {
  return (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const [status, key] = FAULTS[error.code ?? ''] ?? [400, 'badRequest'];
    const language = mainLanguage();
    const body = `${refusalIn(language, { key, values: undefined })}\n`;
    const all = {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'content-language': language,
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      connection: 'close',
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () =>
      socket.destroy(),
    );
  };
}
