import type { PostActions } from '@/components/editor/ground/editor-types';
import type { Notice, ServerWork } from '@/components/editor/ground/post-commands';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostDraft } from '@/lib/posts/types';
import { zonedInstant, zonedLocal } from '@/lib/settings/zoned-time';
import { isPublic } from '@/lib/visibility';

type Words = DeskStrings['publishing'];

/** The ways to publish a post that is not published. */
export const FIRST_MODES = ['now', 'later', 'unlisted'] as const;
/** The ways to change the text of a published post. */
export const CHANGE_MODES = ['updated', 'silent', 'corrected'] as const;
export type PublishMode = (typeof FIRST_MODES)[number] | (typeof CHANGE_MODES)[number];

/** The author's choice. */
export interface Choice {
  way: PublishMode;
  /** Time of publication, in the format of `<input type="datetime-local">`. */
  local: string;
  /** The correction: what was wrong, and what is right. */
  note: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the initial choice; a time that is already set is kept. */
export function firstChoice(draft: PostDraft, timeZone: string): Choice {
  const tomorrow = `${zonedLocal(Date.now() + DAY_MS, timeZone).slice(0, 14)}00`;
  return {
    way: isPublic(draft.status) ? 'updated' : 'now',
    local: draft.scheduledAt ? zonedLocal(draft.scheduledAt, timeZone) : tomorrow,
    note: '',
  };
}

/** Whether the input that the chosen way needs was given: a time, or a note. */
export function isComplete({ way, local, note }: Choice, timeZone: string): boolean {
  if (way === 'later') return zonedInstant(local, timeZone) !== null;
  return way !== 'corrected' || note.trim() !== '';
}

/** Returns the server call for a choice. @param timeZone the publication's, in which the time was chosen. */
export function publishWork(
  actions: PostActions,
  postId: number,
  { way, local, note }: Choice,
  timeZone: string,
): ServerWork<unknown> {
  return (draftVersion) => {
    const input = { postId, draftVersion };
    const at = zonedInstant(local, timeZone);
    if (way === 'later' && at !== null) return actions.schedule({ ...input, at });
    if (way === 'unlisted') return actions.publishUnlisted(input);
    if (way === 'corrected') return actions.publishCorrected({ ...input, note });
    return actions.publish(way === 'silent' ? { ...input, isSilent: true } : input);
  };
}

/** Returns the notice for the finished command. */
export function publishDone(way: PublishMode, words: Words): Omit<Notice, 'isTrouble'> {
  const text = {
    now: words.published,
    later: words.isScheduled,
    unlisted: words.publishedUnlisted,
    updated: words.publishedChanges,
    silent: words.publishedChanges,
    corrected: words.publishedCorrected,
  }[way];
  return { text, isLive: way !== 'later' };
}

/** Returns the label of the button. */
export function publishLabel(way: PublishMode, words: Words): string {
  return {
    now: words.publishNow,
    later: words.schedule,
    unlisted: words.publishUnlisted,
    updated: words.publishChanges,
    silent: words.publishChanges,
    corrected: words.publishCorrected,
  }[way];
}
