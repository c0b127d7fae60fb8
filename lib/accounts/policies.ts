import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts } from '@/db/schema';
import type { Actor, Role } from '@/lib/actor';
import type { Policy } from '@/lib/commands';

/*
 * Who may do what, for commands and for what pages show. An owner may do everything that people can do; an
 * author writes only their own posts. Each predicate lists the actors that it allows, so that a new role, or
 * an actor that it does not know, is refused until a line here allows it.
 *
 * A few writes have no actor and so no policy: opening and closing a session, counting failed sign-ins,
 * creating the set-up link, what the clock records about a job (the work itself is a command), and deriving
 * again what is derived (`rebuildPosts`, the index of drafts, migrations). The list is in
 * `tools/testing/writes-outside-commands.ts`.
 */

/** The facts about a post that policies need. */
export type PostFacts = Pick<typeof posts.$inferSelect, 'createdBy' | 'status' | 'statusBeforeBin'>;

function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === 'user' && roles.includes(actor.role);
}

/** Allows the owner and the operator. */
function isInCharge(actor: Actor): boolean {
  return actor.kind === 'operator' || hasRole(actor, 'owner');
}

/** Returns whether the actor created the post, template or snippet. */
function isOwn(actor: Actor, { createdBy }: Pick<PostFacts, 'createdBy'>): boolean {
  return actor.kind === 'user' && createdBy === actor.id;
}

/**
 * Returns whether nobody has published or scheduled the post yet; for a post in the bin, its status before
 * decides.
 */
function isUndecided({ status, statusBeforeBin }: PostFacts): boolean {
  return (statusBeforeBin ?? status) === 'draft';
}

/** Returns whether an actor can have its own settings, sessions and saved views. */
export function hasAccount(actor: Actor): boolean {
  return actor.kind === 'user';
}

/** Allows creating a post. */
export function mayBeginPosts(actor: Actor): boolean {
  return isInCharge(actor) || hasRole(actor, 'author');
}

/** Allows reading a post that is not public, with its history. */
export function mayReadDraft(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (hasRole(actor, 'author') && isOwn(actor, post));
}

/**
 * Allows editing the draft of a post. Authors may in every status: a draft is not what readers see, and an
 * editor that is open while the post is published must still be able to save.
 */
export function mayWriteDraft(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (hasRole(actor, 'author') && isOwn(actor, post));
}

/** Allows setting the language of a post. Authors may only while it is a draft that was never public. */
export function mayChangeLanguage(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (mayWriteDraft(actor, post) && isUndecided(post));
}

/**
 * Allows moving a post to the bin and restoring it. Authors may as for `mayChangeLanguage`: readers would
 * miss other posts.
 */
export function mayBin(actor: Actor, post: PostFacts): boolean {
  return isInCharge(actor) || (mayWriteDraft(actor, post) && isUndecided(post));
}

/**
 * Allows deciding what readers get of a post, where and when: publishing, dates, address, corrections, parts,
 * a place on the front page.
 */
export function mayPublish(actor: Actor, _post: PostFacts): boolean {
  return isInCharge(actor);
}

/** Allows publishing a scheduled post when its time has come. */
export function mayPublishDue(actor: Actor): boolean {
  return actor.kind === 'scheduler';
}

/** Allows unpinning a post from the front page when its time has come. */
export function mayEndPin(actor: Actor): boolean {
  return actor.kind === 'scheduler';
}

/** Allows retrying or dismissing background work. */
export function maySettleJobs(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows showing a draft to people without an account. */
export function maySharePreview(actor: Actor, _post: PostFacts): boolean {
  return isInCharge(actor);
}

/** Allows seeing and ending all preview links of the publication. */
export function mayManagePreviews(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows deleting posts permanently; the scheduler does so when their time in the bin is over. */
export function mayPurge(actor: Actor): boolean {
  return isInCharge(actor) || actor.kind === 'scheduler';
}

/** Allows changing the slugs of posts whose addresses the program has taken. */
export function mayMoveReservedSlugs(actor: Actor): boolean {
  return actor.kind === 'operator';
}

/** Allows renaming and deleting a template or a snippet, which every account may use. */
export function mayEditShared(actor: Actor, shared: Pick<PostFacts, 'createdBy'>): boolean {
  return isInCharge(actor) || (hasRole(actor, 'author') && isOwn(actor, shared));
}

/** Allows adding files to the library. */
export function mayUpload(actor: Actor): boolean {
  return isInCharge(actor) || hasRole(actor, 'author');
}

/** Allows describing, replacing and deleting files in the library, which all posts share. */
export function mayEditLibrary(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows creating, changing and deleting authors, topics and series. */
export function mayEditLabels(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows changing the publication's settings. */
export function mayChangeSettings(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows removing the samples. */
export function mayRemoveSamples(actor: Actor): boolean {
  return isInCharge(actor);
}

/** Allows backing up the publication and seeing where its backups are. */
export function mayBackUp(actor: Actor): boolean {
  return isInCharge(actor);
}

/**
 * Allows becoming the owner: for a visitor with the set-up link, whose token the command checks, or the
 * operator.
 */
export function mayClaim(actor: Actor, { token }: { token: string | null }): boolean {
  return actor.kind === 'operator' || (actor.kind === 'visitor' && token !== null);
}

/** Allows setting a new passphrase for the owner without the current one. */
export function mayResetOwner(actor: Actor): boolean {
  return actor.kind === 'operator';
}

/** What an actor may do with one post, so that the editor offers only that. */
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
    editLibrary: mayEditLibrary(actor),
  };
}

/** Returns the account whose posts alone lists show to an actor, or undefined where they show everybody's. */
export function seesOnlyPostsOf(actor: Actor): number | undefined {
  if (isInCharge(actor)) return undefined;
  return actor.kind === 'user' ? actor.id : 0;
}

/** Returns the facts that policies need about a post, or null when there is no such post. */
export function findPostFacts(tx: Db | Tx, postId: number): PostFacts | null {
  const { createdBy, status, statusBeforeBin } = posts;
  const facts = { createdBy, status, statusBeforeBin };
  return tx.select(facts).from(posts).where(eq(posts.id, postId)).get() ?? null;
}

/** Turns a predicate on one post into the policy of a command. */
export function onPost(may: (actor: Actor, post: PostFacts) => boolean): Policy<{ postId: number }> {
  return (actor, { postId }, tx) => {
    const post = findPostFacts(tx, postId);
    // The command reports that a post is gone; an author is told so that the text can be kept elsewhere.
    return post ? may(actor, post) : mayBeginPosts(actor);
  };
}

/** Turns a predicate on a post into a policy that every one of several posts must satisfy. */
export function onEachPost(
  may: (actor: Actor, post: PostFacts) => boolean,
): Policy<{ postIds: readonly number[] }> {
  const isAllowed = onPost(may);
  return (actor, { postIds }, tx) =>
    isInCharge(actor) ||
    (mayBeginPosts(actor) && postIds.every((postId) => isAllowed(actor, { postId }, tx)));
}
