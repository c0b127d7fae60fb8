import { mediaIdsIn } from '@/lib/document/uses';
import { findMediaFacts } from '@/lib/media/queries';
import { database } from '@/lib/next/database';
import { refusal, requireOwnRequest, requireReadRequest } from '@/lib/next/guard';
import { findDraft } from '@/lib/posts/admin-queries';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { writingOf } from '@/lib/posts/fields';
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

/** The draft as it is now, with the pictures it shows: for an editor whose copy is older. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const user = await requireReadRequest();
  if (user instanceof Response) return user;
  const draft = findDraft(database(), Number((await params).id));
  if (!draft) return refusal(404, 'not_found', 'This post is no longer here.');
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

/** Saves the draft. */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  const user = await requireOwnRequest(request);
  if (user instanceof Response) return user;
  const input = await readDraftRequest(request);
  if (input instanceof Response) return input;
  const now = Date.now();
  const postId = Number((await params).id);
  const outcome = saveDraft(database(), { postId, ...input }, { userId: user.id, now });
  if (!outcome.ok) return refusal(STATUS[outcome.code], outcome.code, outcome.message);
  return Response.json({ ok: true, value: { version: outcome.value.version, savedAt: now } });
}
