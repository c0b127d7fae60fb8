import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LanguageCode } from '@/lib/language/languages';
import { languageOfPath } from '@/lib/language/path-language';
import { refusalIn } from '@/lib/language/refusals';
import { hasBody } from './limit-body';

const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'];
/** What people without a session may send more than server actions to: the sign-in library’s addresses. */
const OF_SIGN_IN = /^\/api\/auth\//;

/** Checks whether a request to the admin has a body that only people with a session may send. */
export function isForMembers(request: IncomingMessage): boolean {
  return hasBody(request) && !isAction(request) && !isForm(request) && !OF_SIGN_IN.test(request.url ?? '');
}

/** Checks whether a request asks for a server action. */
export function isAction({ headers }: IncomingMessage): boolean {
  return 'next-action' in headers;
}

/** Checks whether a request has the body of a form. */
export function isForm({ headers }: IncomingMessage): boolean {
  return FORMS.includes((headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '');
}

/** Refuses a request that needs a session, in the form that our pages read; its body is not waited for. */
export function refuseStranger(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  main: LanguageCode,
): void {
  const message = refusalIn(languageOfPath(url, main), { key: 'signedOut', values: undefined });
  const answer = JSON.stringify({ ok: false, code: 'signed_out', key: 'signedOut', message });
  response.writeHead(401, { 'content-type': 'application/json', connection: 'close' }).end(answer);
}
