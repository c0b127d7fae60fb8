import { type ChosenTime, chosenInstant, timeOf } from '@/components/desk/ui/chosen-time';
import type { PostActions } from '@/components/editor/ground/editor-types';
import type { Notice, ServerWork } from '@/components/editor/ground/post-commands';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostDraft, PostStatus } from '@/lib/posts/types';
import { zonedLocal } from '@/lib/settings/zoned-time';
import { isPublic } from '@/lib/visibility';

type Words = DeskStrings['publishing'];

/** The ways to publish a post that is not published. */
export const FIRST_MODES = ['now', 'later', 'unlisted'] as const;
/** The ways to publish a scheduled post: most often, its author has changed the text since. */
export const SCHEDULED_MODES = ['later', 'now', 'unlisted'] as const;
/** The ways to change the text of a published post. */
export const CHANGE_MODES = ['updated', 'silent', 'corrected'] as const;
export type PublishMode = (typeof FIRST_MODES)[number] | (typeof CHANGE_MODES)[number];

/** The author's choice, with the time of publication. */
export interface Choice extends ChosenTime {
  way: PublishMode;
  /** The scheduled time that the author saw, epoch ms. */
  from: number | null;
  /** The correction: what was wrong, and what is right. */
  note: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the ways to publish a post, the usual one first. */
export function modesFor(status: PostStatus): readonly PublishMode[] {
  if (isPublic(status)) return CHANGE_MODES;
  return status === 'scheduled' ? SCHEDULED_MODES : FIRST_MODES;
}

/** Returns the initial choice; a time that is already set is kept. */
export function firstChoice({ status, scheduledAt }: PostDraft, timeZone: string): Choice {
  const [way = 'now'] = modesFor(status);
  const tomorrow = `${zonedLocal(Date.now() + DAY_MS, timeZone).slice(0, 14)}00`;
  const time = scheduledAt === null ? { local: tomorrow, isSecond: false } : timeOf(scheduledAt, timeZone);
  return { way, ...time, from: scheduledAt, note: '' };
}

/** Returns the choice, or the usual one when the post was published meanwhile and it is no longer offered. */
export function stillOffered(choice: Choice, status: PostStatus): Choice {
  const modes = modesFor(status);
  const [usual = choice.way] = modes;
  return modes.includes(choice.way) ? choice : { ...choice, way: usual };
}

/** Whether the input that the chosen way needs was given: a time, or a note. */
export function isComplete(choice: Choice, timeZone: string): boolean {
  const { way, note } = choice;
  if (way === 'later') return chosenInstant(choice, timeZone) !== null;
  return way !== 'corrected' || note.trim() !== '';
}

/** Returns the server call for a choice. @param timeZone the publication's, in which the time was chosen. */
export function publishWork(
  actions: PostActions,
  postId: number,
  choice: Choice,
  timeZone: string,
): ServerWork<unknown> {
  const { way, from, note } = choice;
  return (draftVersion) => {
    const input = { postId, draftVersion };
    const at = chosenInstant(choice, timeZone);
    if (way === 'later' && at !== null) return actions.schedule({ ...input, from, at });
    if (way === 'unlisted') return actions.publishUnlisted(input);
    if (way === 'corrected') return actions.publishCorrected({ ...input, note });
    return actions.publish(way === 'silent' ? { ...input, isSilent: true } : input);
  };
}

/** Returns the notice for the finished command. @param status of the post before it. */
export function publishDone(way: PublishMode, words: Words, status?: PostStatus): Omit<Notice, 'isTrouble'> {
  const text = {
    now: words.published,
    later: status === 'scheduled' ? words.scheduleUpdated : words.isScheduled,
    unlisted: words.publishedUnlisted,
    updated: words.publishedChanges,
    silent: words.publishedChanges,
    corrected: words.publishedCorrected,
  }[way];
  return { text, isLive: way !== 'later' };
}

/** Returns the label of the button. @param status of the post before it is pressed. */
export function publishLabel(way: PublishMode, words: Words, status?: PostStatus): string {
  return {
    now: words.publishNow,
    later: status === 'scheduled' ? words.updateSchedule : words.schedule,
    unlisted: words.publishUnlisted,
    updated: words.publishChanges,
    silent: words.publishChanges,
    corrected: words.publishCorrected,
  }[way];
}
