import type { IncomingMessage } from 'node:http';
import { tokenInCookies } from '../accounts/session-cookie';
import type { Publication } from './publication';

/** Makes the check whether the cookies of a request open a session. */
export function sessionCheck({ settings, isSession }: Pick<Publication, 'settings' | 'isSession'>) {
  return ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
    const token = tokenInCookies(headers.cookie, settings.siteUrl);
    return token !== null && isSession(token);
  };
}
