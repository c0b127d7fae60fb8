import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml } from '@/lib/document/escape';
import type { LanguageCode } from '@/lib/language/languages';
import { languageOfPath } from '@/lib/language/path-language';
import { stringsFor } from '@/lib/language/strings';
import type { QueueFull } from '@/lib/process/bounded-queue';
import { PLAIN_PAGE_HEADERS, plainPage } from './plain-page';
import type { Refuse } from './send-refusal';

interface Options {
  refuse: Refuse;
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Returns the main language of the publication. */
  mainLanguage: () => LanguageCode;
}

/** Answers a request whose work found no place in a queue. */
export type SendBusy = (request: IncomingMessage, response: ServerResponse, error: QueueFull) => void;

/**
 * Makes the function that answers when a queue is full: 503, with the time after which to try again. Browsers
 * get a page in the language of the path, programs a sentence.
 */
export function busySender({ refuse, headers, mainLanguage }: Options): SendBusy {
  return (request, response, { retryAfterSeconds }) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfter = { 'retry-after': String(retryAfterSeconds) };
    if (!request.headers.accept?.includes('text/html'))
      return refuse(request, response, 503, 'tooBusy', retryAfter);
    const language = languageOfPath(request.url ?? '/', mainLanguage());
    const html = busyPage(language);
    const length = Buffer.byteLength(html);
    response.writeHead(503, {
      ...headers,
      ...PLAIN_PAGE_HEADERS,
      ...retryAfter,
      'content-language': language,
      'content-length': length,
    });
    response.end(html);
  };
}

/** Returns the page in a language. Its link without an address leads to the page that was requested. */
export function busyPage(language: LanguageCode): string {
  const words = stringsFor(language);
  const heading = escapeHtml(words.busyHeading);
  const [text, link] = [words.busyText, words.tryAgain].map(escapeHtml);
  return plainPage(language, heading, `<h1>${heading}</h1>\n<p>${text}</p>\n<a href="">${link}</a>`);
}
