import { cookies } from 'next/headers';
import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { deviceCookieName, KNOWN_FOR_MS, rememberDevice } from '@/lib/accounts/devices';
import { AuthenticationResponse, requirePasskey } from '@/lib/accounts/passkeys/ceremonies';
import { sessionCookieName } from '@/lib/accounts/session-cookie';
import { findSessionUser, openSession } from '@/lib/accounts/sessions';
import { requireSignIn } from '@/lib/accounts/sign-in';
import { signInPath } from '@/lib/addresses';
import { Refusal } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { secret } from '@/lib/settings/secrets';
import { whenFree } from '@/lib/when-free';
import { database } from './database';
import { passkeyParty } from './passkey-party';

/** What the browser keeps: only an opaque token, so that a session ends when its row is deleted. */
interface Token {
  sid?: string;
}

/** Passes a refusal through the sign-in library. */
export class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

const Form = z.object({ email: z.string().max(200), passphrase: z.string().max(500) });

const isSecure = () => environment().siteUrl.startsWith('https:');

const passphrase = Credentials({
  credentials: { email: {}, passphrase: {} },
  authorize: async (credentials, request) => {
    const { email, passphrase } = Form.parse(credentials);
    const address = request.headers.get('x-forwarded-for') ?? '';
    const deviceToken = await deviceCookie();
    const now = Date.now();
    try {
      const user = await requireSignIn(database(), { email, passphrase, address, deviceToken }, now);
      const userAgent = request.headers.get('user-agent') ?? '';
      return { id: await openOn({ userId: user.id, userAgent, deviceToken }, now) };
    } catch (error) {
      if (error instanceof Refusal) throw new SignInRefused(error);
      throw error;
    }
  },
});

const passkey = Credentials({
  id: 'passkey',
  credentials: { response: {} },
  authorize: async (credentials, request) => {
    const now = Date.now();
    try {
      const response = AuthenticationResponse.parse(JSON.parse(String(credentials.response)));
      const user = await requirePasskey(database(), response, await passkeyParty(), now);
      const userAgent = request.headers.get('user-agent') ?? '';
      return { id: await openOn({ userId: user.id, userAgent, deviceToken: await deviceCookie() }, now) };
    } catch (error) {
      if (error instanceof Refusal) throw new SignInRefused(error);
      throw error;
    }
  },
});

/** Remembers the browser, and opens its session. @returns the session's token. */
async function openOn(
  { userId, userAgent, deviceToken }: { userId: number; userAgent: string; deviceToken: string | null },
  now: number,
): Promise<string> {
  const device = await whenFree(() => rememberDevice(database(), { userId, token: deviceToken }, now));
  await keepDeviceCookie(device.token);
  return whenFree(() => openSession(database(), { userId, userAgent, isNewDevice: device.isNew }, now));
}

async function deviceCookie(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName(environment().siteUrl))?.value || null;
}

async function keepDeviceCookie(token: string): Promise<void> {
  (await cookies()).set(deviceCookieName(environment().siteUrl), token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isSecure(),
    maxAge: KNOWN_FOR_MS / 1000,
  });
}

/** The sign-in library, limited to cookies and to actions that come from our own pages. */
export const { auth, signIn, signOut } = NextAuth(() => ({
  providers: [passphrase, passkey],
  trustHost: true,
  basePath: '/api/auth',
  secret: secret(environment().dataDir, 'session'),
  pages: { signIn: signInPath() },
  session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
  logger: { error: reportBugs },
  cookies: {
    sessionToken: {
      name: sessionCookieName(environment().siteUrl),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
    },
  },
  jwt: {
    encode: async ({ token }) => String((token as Token | undefined)?.sid ?? ''),
    decode: async ({ token }) => (token ? { sid: token } : null),
  },
  callbacks: {
    jwt: ({ token, user }) => {
      if (user) return { sid: user.id };
      const { sid } = token as Token;
      return sid && findSessionUser(database(), sid, Date.now()) ? token : null;
    },
  },
}));

/** Logs bugs only: a refused sign-in is not one, and the page reports it. */
function reportBugs(error: Error) {
  if (!(error instanceof CredentialsSignin)) console.error(error);
}
