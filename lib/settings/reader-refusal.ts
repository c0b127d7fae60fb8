import type { Db } from '@/db/client';
import { mainLanguage } from '@/lib/language/languages';
import { languageOfPath } from '@/lib/language/path-language';
import { type Reason, refusalIn } from '@/lib/language/refusals';
import { readSite } from './site';

/** Answers a reader with a refusal as plain text. @param path decides the language; percent-encoded. */
export function readerRefusal(db: Db, path: string, status: number, ...[key, values]: Reason): Response {
  const language = languageOfPath(path, mainLanguage(readSite(db)));
  return new Response(`${refusalIn(language, { key, values })}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'content-language': language },
  });
}
