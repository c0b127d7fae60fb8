import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { languageOfPath } from '@/lib/language/path-language';
import { type PlainKey, refusalIn } from '@/lib/language/refusals';

interface Options {
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Returns the main language of the publication. */
  mainLanguage: () => LanguageCode;
  report: (error: unknown) => void;
}

/** Answers a request with the reason why it is refused. */
export type Refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  key: PlainKey,
  headers?: OutgoingHttpHeaders,
) => void;

/** Makes the function that refuses requests: as plain text, in the language of the reader, never cached. */
export function refusalSender({ headers, mainLanguage, report }: Options): Refuse {
  const main = (): LanguageCode => {
    try {
      return mainLanguage();
    } catch (error) {
      // A request can be refused although the database cannot be read.
      report(error);
      return LANGUAGE_CODES[0];
    }
  };
  return ({ url = '/' }, response, status, key, more = {}) => {
    const language = languageOfPath(url, main());
    const body = `${refusalIn(language, { key, values: undefined })}\n`;
    response.writeHead(status, {
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'content-language': language,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      ...more,
    });
    response.end(body);
  };
}
