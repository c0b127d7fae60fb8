import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts } from '@/db/schema';
import type { Actor, Role } from '@/lib/actor';
import type { Policy } from '@/lib/commands';

/*
 * Who may do what, for commands and for what pages show. An owner may do everything that people do; an
 * author writes posts of their own, and nobody else's. Each predicate lists whom it lets through, so that a
 * new role, or an actor that it does not know, is refused until a line here says otherwise.
 *
 * A few writes have no actor and so no policy: opening and closing a session, counting failed sign-ins,
 * making the set-up link, what the clock notes of a job (the work itself is a command), and deriving again what is derived (`rebuildPosts`, the index of drafts, migrations).
 */

/** What policies need to know of a post. */
export type PostFacts = Pick<typeof posts.$inferSelect, 'createdBy' | 'status' | 'statusBeforeBin'>;

function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === 'user' && roles.includes(actor.role);
}

/** The owner, or whoever has the machine. */
function isInCharge(actor: Actor): boolean {
  return actor.kind === 'operator' || hasRole(actor, 'owner');
}

/** A post is its creator's. */
function isOwn(actor: Actor, post: PostFacts): boolean {
  return actor.kind === 'user' && post.createdBy === actor.id;
}

/** Nobody has published or scheduled the post yet; one in the bin is what it was before. */
function isUndecided({ status, statusBeforeBin }: PostFacts): boolean {
  return (statusBeforeBin ?? status) === 'draft';
}

/** Whether an actor can have settings, sessions and saved views of its own. */
export function hasAccount(actor: Actor): boolean {
  return actor.kind === 'user';
}

/** To begin a post of one's own. */
export function mayBeginPosts(actor: Actor): boolean {
  return isInCharge(actor) || hasRole(actor, 'author');
}

/** To read a post that readers may not have, with its history. */
export function mayReadDraft(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (hasRole(actor, 'author') && isOwn(actor, post));
}

/**
 * To change the draft of a post. Authors may in whatever state the post is: a draft is not what readers
 * see, and an editor that is open while the post is published must still be able to save.
 */
export function mayWriteDraft(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (hasRole(actor, 'author') && isOwn(actor, post));
}

/** To say in which language a post is. For an author only while it is a draft that readers never had. */
export function mayChangeLanguage(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (mayWriteDraft(actor, post) && isUndecided(post));
}

/** To move a post to the bin and back. For an author as `mayChangeLanguage`: readers would miss the others. */
export function mayBin(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (mayWriteDraft(actor, post) && isUndecided(post));
}

/** To decide what readers get of a post, where and when: publishing, dates, address, corrections, parts. */
export function mayPublish(actor: Actor, _post: PostFacts): boolean {
  return isInCharge(actor);
}

/** To publish what was scheduled, when its time has come. */
export function mayPublishDue(actor: Actor): boolean {
  return actor.kind === 'scheduler';
}

/** To have background work tried again, or given up. */
export function maySettleJobs(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To show a draft to people without an account. */
export function maySharePreview(actor: Actor, _post: PostFacts): boolean {
  return isInCharge(actor);
}

/** To delete posts permanently; the scheduler does when the bin no longer keeps them. */
export function mayPurge(actor: Actor): boolean {
  return isInCharge(actor) || actor.kind === 'scheduler';
}

/** To give posts other addresses because the program took theirs. */
export function mayMoveReservedSlugs(actor: Actor): boolean {
  return actor.kind === 'operator';
}

/** To add files to the library. */
export function mayUpload(actor: Actor): boolean {
  return isInCharge(actor) || hasRole(actor, 'author');
}

/** To describe, replace and delete what is in the library, which every text shares. */
export function mayEditLibrary(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To make, change and delete authors, topics and series. */
export function mayEditLabels(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To change the publication's settings. */
export function mayChangeSettings(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To remove the samples. */
export function mayRemoveSamples(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To back up the publication, and to know where its backups are. */
export function mayBackUp(actor: Actor): boolean {
  return isInCharge(actor);
}

/** To become the owner: a visitor with the set-up link, whose token the command checks, or the operator. */
export function mayClaim(actor: Actor, { token }: { token: string | null }): boolean {
  return actor.kind === 'operator' || (actor.kind === 'visitor' && token !== null);
}

/** To give the owner a new passphrase without the current one. */
export function mayResetOwner(actor: Actor): boolean {
  return actor.kind === 'operator';
}

/** What an actor may do with one post, for the editor to offer that and nothing else. */
export type PostRights = ReturnType<typeof rightsOn>;

/** @see PostRights */
export function rightsOn(actor: Actor, post: PostFacts) {
  return {
    changeLanguage: mayChangeLanguage(actor, post),
    publish: mayPublish(actor, post),
    sharePreview: maySharePreview(actor, post),
    bin: mayBin(actor, post),
    purge: mayPurge(actor),
    editLabels: mayEditLabels(actor),
  };
}

/** Whose posts alone lists show to an actor, or undefined where they show everybody's. */
export function seesOnlyPostsOf(actor: Actor): number | undefined {
  if (isInCharge(actor)) return undefined;
  return actor.kind === 'user' ? actor.id : 0;
}

/** What policies need to know of a post, or null when there is none. */
export function findPostFacts(tx: Db | Tx, postId: number): PostFacts | null {
  const { createdBy, status, statusBeforeBin } = posts;
  const facts = { createdBy, status, statusBeforeBin };
  return tx.select(facts).from(posts).where(eq(posts.id, postId)).get() ?? null;
}

/** A predicate on one post as the policy of a command. */
export function onPost(may: (actor: Actor, post: PostFacts) => boolean): Policy<{ postId: number }> {
  return (actor, { postId }, tx) => {
    const post = findPostFacts(tx, postId);
    // That a post is gone is for the command to say; an author learns of it to keep the text elsewhere.
    return post ? may(actor, post) : mayBeginPosts(actor);
  };
}

/** A predicate on every one of several posts, as a policy. */
export function onEachPost(
  may: (actor: Actor, post: PostFacts) => boolean,
): Policy<{ postIds: readonly number[] }> {
  const isAllowed = onPost(may);
  return (actor, { postIds }, tx) =>
    isInCharge(actor) || postIds.every((postId) => isAllowed(actor, { postId }, tx));
}
