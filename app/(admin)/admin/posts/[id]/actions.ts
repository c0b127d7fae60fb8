'use server';
import { z } from 'zod';
import { AuthorInput, createAuthor } from '@/lib/labels/authors';
import { createTopic as createTopicCommand, TopicInput } from '@/lib/labels/topics';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { rememberWords as rememberWordsCommand, WordsOfText } from '@/lib/media/remember-words';
import { action } from '@/lib/next/action';
import { binPost, restoreFromBin } from '@/lib/posts/commands/bin-post';
import { changeLanguage as changeLanguageCommand } from '@/lib/posts/commands/change-language';
import { changeSlug as changeSlugCommand } from '@/lib/posts/commands/change-slug';
import { correctPost } from '@/lib/posts/commands/correct-post';
import { datePost } from '@/lib/posts/commands/date-post';
import { duplicatePost } from '@/lib/posts/commands/duplicate-post';
import { linkTranslation as linkTranslationCommand } from '@/lib/posts/commands/link-translation';
import { keepDraft as keepDraftCommand, nameRestorePoint } from '@/lib/posts/commands/name-restore-point';
import {
  leaveFrontPlace as leaveFrontPlaceCommand,
  pickPost,
  pinPost,
} from '@/lib/posts/commands/place-on-front';
import {
  publishCorrected as publishCorrectedCommand,
  publishPost,
  publishUnlisted as publishUnlistedCommand,
} from '@/lib/posts/commands/publish-post';
import { purgePost } from '@/lib/posts/commands/purge-post';
import { restoreDraft } from '@/lib/posts/commands/restore-draft';
import { saveAsNew as saveAsNewCommand } from '@/lib/posts/commands/save-as-new';
import { schedulePost, unschedulePost } from '@/lib/posts/commands/schedule-post';
import {
  RepublishingSchema,
  setRepublishing as setRepublishingCommand,
} from '@/lib/posts/commands/set-republishing';
import { setWritingGoal as setWritingGoalCommand, WritingGoal } from '@/lib/posts/commands/set-writing-goal';
import { relistPost, unlistPost } from '@/lib/posts/commands/unlist-post';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import {
  createPreviewLink as createPreviewLinkCommand,
  PREVIEW_DAYS,
  revokePreviewLink as revokePreviewLinkCommand,
} from '@/lib/posts/preview/preview-links';
import {
  putIntoSeries as putIntoSeriesCommand,
  removeFromSeries as takeOutOfSeriesCommand,
} from '@/lib/series/arrange-parts';
import { createSeries, SeriesInput } from '@/lib/series/series';
import { createSnippet, NewSnippet } from '@/lib/snippets/snippets';
import { createTemplate, NewTemplate } from '@/lib/templates/templates';
import { Instant } from '../../instant';

const Post = z.object({ postId: z.number().int() });
const DraftOfPost = Post.extend({ draftVersion: z.number().int() });
const Language = z.enum(LANGUAGE_CODES);

export const publish = action(DraftOfPost.extend({ isSilent: z.boolean().optional() }), publishPost);
export const publishUnlisted = action(DraftOfPost, publishUnlistedCommand);
export const publishCorrected = action(
  DraftOfPost.extend({ note: z.string().max(5000) }),
  publishCorrectedCommand,
);
export const schedule = action(DraftOfPost.extend({ from: Instant.nullable(), at: Instant }), schedulePost);
export const unschedule = action(Post, unschedulePost);
export const createPreviewLink = action(
  Post.extend({ days: z.literal(PREVIEW_DAYS) }),
  createPreviewLinkCommand,
);
export const revokePreviewLink = action(Post.extend({ id: z.string().max(100) }), revokePreviewLinkCommand);
export const withdraw = action(Post, withdrawPost);
export const unlist = action(Post, unlistPost);
export const relist = action(Post, relistPost);
export const pin = action(Post.extend({ until: Instant.nullable() }), pinPost);
export const pick = action(Post, pickPost);
export const leaveFrontPlace = action(Post, leaveFrontPlaceCommand);
export const changeSlug = action(Post.extend({ slug: z.string().max(300) }), changeSlugCommand);
export const changeLanguage = action(Post.extend({ language: Language }), changeLanguageCommand);
export const linkTranslation = action(
  Post.extend({ translationOfPostId: z.number().int().nullable() }),
  linkTranslationCommand,
);
export const putIntoSeries = action(
  Post.extend({ seriesId: z.number().int(), part: z.number().int().min(1).optional() }),
  putIntoSeriesCommand,
);
export const takeOutOfSeries = action(Post, takeOutOfSeriesCommand);
export const beginSeries = action(SeriesInput.pick({ name: true }), (db, { name }, context) =>
  createSeries(db, { name, description: {} }, context),
);
export const setRepublishing = action(
  Post.extend({ republishing: RepublishingSchema }),
  setRepublishingCommand,
);
export const setWritingGoal = action(Post.extend({ goal: WritingGoal }), setWritingGoalCommand);
export const date = action(Post.extend({ publishedAt: Instant }), datePost);
export const correct = action(Post.extend({ note: z.string().max(5000) }), correctPost);
export const bin = action(Post, binPost);
export const restore = action(Post, restoreFromBin);
export const purge = action(Post, purgePost);
export const duplicate = action(Post, duplicatePost);
export const keepSnippet = action(NewSnippet, createSnippet);
export const saveAsTemplate = action(NewTemplate, createTemplate);
const KeptText = z.object({ kind: z.enum(['restorePoint', 'revision']), id: z.number().int() });
export const restoreText = action(DraftOfPost.extend({ text: KeptText }), restoreDraft);
export const keepDraft = action(DraftOfPost.extend({ name: z.string().max(120) }), keepDraftCommand);
export const nameText = action(
  Post.extend({ restorePointId: z.number().int(), name: z.string().max(120) }),
  nameRestorePoint,
);
export const saveAsNew = action(z.object({ language: Language, writing: z.unknown() }), saveAsNewCommand);
export const rememberWords = action(WordsOfText, rememberWordsCommand);
export const createTopic = action(TopicInput.pick({ name: true }), (db, { name }, context) =>
  createTopicCommand(db, { name, description: {} }, context),
);
export const createGuest = action(AuthorInput.pick({ name: true, biography: true }), createAuthor);
