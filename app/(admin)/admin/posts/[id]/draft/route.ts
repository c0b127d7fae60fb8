import { mayBeginPosts } from '@/lib/accounts/policies';
import { mediaIdsIn } from '@/lib/document/uses';
import { Refusal } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest, requireReadOf } from '@/lib/next/guard';
import { contextOf } from '@/lib/next/session';
import { findDraft, findPostState } from '@/lib/posts/admin-queries';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { writingOf } from '@/lib/posts/fields';
import { whenFree } from '@/lib/when-free';
import { readDraftRequest } from './read-draft-request';

const STATUS = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  unavailable: 503,
  signed_out: 401,
} as const;

type Params = { params: Promise<{ id: string }> };

/** Returns the current draft with the pictures it shows: for an editor with an older copy. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const postId = Number((await params).id);
  const user = await requireReadOf(postId);
  if (user instanceof Response) return user;
  const draft = findDraft(database(), postId);
  if (!draft) return refusal(404, new Refusal('not_found', 'postGone'));
  const { version, savedAs } = draft;
  const writing = writingOf(draft);
  const { body, leadMediaId } = writing;
  const ids = [...mediaIdsIn(body), ...(leadMediaId ? [leadMediaId] : [])];
  const media = [...findMediaFacts(database(), ids).values()];
  return Response.json(
    { ok: true, value: { version, savedAs, writing, media } },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}

/** Saves the draft, and answers what has become of the post meanwhile. */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  const user = await requireOwnRequest(request, mayBeginPosts);
  if (user instanceof Response) return user;
  const input = await readDraftRequest(request);
  if (input instanceof Response) return input;
  const postId = Number((await params).id);
  const context = contextOf(user);
  const outcome = await whenFree(() => saveDraft(database(), { postId, ...input }, context));
  if (!outcome.ok) return refusal(STATUS[outcome.code], outcome);
  const state = findPostState(database(), postId);
  return Response.json({ ok: true, value: { version: outcome.value.version, savedAt: context.now, state } });
}
