'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { changeOwnDetails, OwnDetails } from '@/lib/accounts/change-details';
import { changeOwnPassphrase } from '@/lib/accounts/change-passphrase';
import { closeSession as endSession, revokeOtherSessions, revokeSession } from '@/lib/accounts/sessions';
import { signInPath } from '@/lib/addresses';
import { type Answer, failureOf, Refusal } from '@/lib/errors';
import { action, answerOf, postedForm } from '@/lib/next/action';
import { signOut } from '@/lib/next/auth';
import { database } from '@/lib/next/database';
import { contextOf, requireUser, sessionToken } from '@/lib/next/session';
import { revokePreviewLink, revokePreviewLinks } from '@/lib/posts/preview/preview-links';
import { whenFree } from '@/lib/when-free';

const PAGE = { refreshes: '/admin/account' };
const Passphrases = z.object({ present: z.string(), passphrase: z.string() });

/** Changes the name and e-mail address of the signed-in user. */
export const changeDetails = action(OwnDetails, changeOwnDetails, PAGE);

/** Changes the passphrase of the signed-in user and revokes all their other sessions. */
export async function changePassphrase(data: FormData): Promise<Answer<unknown>> {
  const user = await requireUser();
  const keepToken = (await sessionToken()) ?? '';
  const parsed = Passphrases.safeParse(Object.fromEntries(postedForm(data)));
  if (!parsed.success) return answerOf(failureOf(new Refusal('invalid', 'passphrasesIncomplete')));
  const outcome = await changeOwnPassphrase(database(), { ...parsed.data, keepToken }, contextOf(user));
  revalidatePath(PAGE.refreshes);
  return answerOf(outcome);
}

export const revokeLink = action(
  z.object({ postId: z.coerce.number().int(), id: z.string().max(100) }),
  revokePreviewLink,
  PAGE,
);
export const revokeAllLinks = action(z.object({}), revokePreviewLinks, PAGE);
export const closeSession = action(z.object({ tokenHash: z.string() }), revokeSession, PAGE);
const revokeOthers = action(z.object({ keepToken: z.string() }), revokeOtherSessions, PAGE);

export async function closeOthers() {
  return revokeOthers({ keepToken: (await sessionToken()) ?? '' });
}

/** Ends this session, on the server too. */
export async function leave(): Promise<void> {
  const token = await sessionToken();
  if (token !== null) await whenFree(() => endSession(database(), token));
  await signOut({ redirect: false });
  redirect(signInPath());
}
