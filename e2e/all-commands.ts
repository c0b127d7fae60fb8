import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { drafts, media, mediaUses, posts, topics } from '@/db/schema';
import { SCHEDULER } from '@/lib/actor';
import type { Command, Context } from '@/lib/commands';
import { requireValue } from '@/lib/errors';
import { editPicture } from '@/lib/media/edit-picture';
import { deleteMedia } from '@/lib/media/manage-media';
import { noEdit, turned, turnedSize, wholeArea } from '@/lib/media/picture-edit';
import { replaceMedia } from '@/lib/media/replace-media';
import { recordMedia } from '@/lib/media/upload-media';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { writingOf } from '@/lib/posts/fields';
import { mediaRow, type State, TABLE } from '@/tools/testing/command-table';
import { buildPost } from '@/tools/testing/factories';
import type { Site } from './fixtures';

/** Runs a command on one of everything that there is. @param pick which. */
export type Trial = (
  site: Pick<Site, 'db'> & { mediaDir: string },
  pick: number,
  context: Context,
) => unknown;

const CHANGE_PAGES = ['labels', 'media', 'posts', 'samples', 'series'];

/** Returns trials of all commands on what readers see, by the name of the command. */
export async function allCommands(): Promise<Map<string, Trial>> {
  const trials = new Map<string, Trial>();
  for (const file of CHANGE_PAGES.flatMap((folder) => globSync(`lib/${folder}/**/*.ts`))) {
    if (file.endsWith('.test.ts')) continue;
    for (const [name, value] of Object.entries(await import(resolve(file))))
      if (name in TABLE && typeof value === 'function')
        trials.set(name, trialOf(name, value as Command<unknown, unknown>));
  }
  for (const [name, trial] of Object.entries(WITH_MORE)) trials.set(name, trial);
  return trials;
}

function trialOf(name: string, command: Command<unknown, unknown>): Trial {
  const [, inputOf, state] = TABLE[name] ?? [];
  return ({ db }, pick, context) => {
    const idIn = (table: string, condition = 'true') => {
      const ids = db.$client.prepare(`select id from ${table} where ${condition} order by id`).pluck().all();
      return Number(ids[pick % ids.length] ?? 0);
    };
    const postId = idIn('posts', state && CONDITIONS[state]);
    const world = { postId, topicId: idIn('topics'), authorId: idIn('authors'), seriesId: idIn('series') };
    const version = db.$client.prepare('select version from drafts where post_id = ?').pluck().get(postId);
    const input = { ...Object(inputOf?.(world)), version, draftVersion: version };
    const actor = name === 'publishScheduled' ? SCHEDULER : context.actor;
    return command(db, input, { ...context, actor });
  };
}

/** The posts on which a command is tried that needs a post in a certain state. */
const CONDITIONS: Record<State, string> = {
  binned: "status = 'binned'",
  scheduled: "status = 'scheduled'",
  published: "status = 'published'",
  unlisted: "status = 'unlisted'",
  inSeries: 'series_id is not null',
  ownerless: 'true',
};

/** What takes more than one command, or files. */
const WITH_MORE: Record<string, Trial> = {
  uploadMedia: ({ db }, pick, context) => recordMedia(db, mediaRow(`upload${pick}${context.now}`), context),
  replaceMedia: async ({ db, mediaDir }, pick, context) => {
    const background = { r: pick % 256, g: context.now % 256, b: 99 };
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer();
    const mediaId = usedPicture(db, pick);
    return mediaId && replaceMedia(db, { mediaId, bytes, originalName: 'new.png' }, { ...context, mediaDir });
  },
  editPicture: async ({ db, mediaDir }, pick, context) => {
    const mediaId = usedPicture(db, pick);
    const shown = mediaId && db.select().from(media).where(eq(media.id, mediaId)).get();
    if (!shown) return;
    const { turns, original } = turned(shown.edit ?? noEdit(shown), 1);
    const area = wholeArea(turnedSize(original, turns));
    return editPicture(db, { mediaId: shown.id, turns, area }, { ...context, mediaDir });
  },
  deleteMedia: async ({ db, mediaDir }, pick, context) => {
    const mediaId = usedPicture(db, pick);
    return mediaId && deleteMedia(db, { mediaId }, { ...context, mediaDir });
  },
  'publish a new post': ({ db }, pick) => {
    const topicIds = db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'rivers')).all();
    buildPost(db, { language: pick % 2 ? 'en' : 'km', topicIds: topicIds.map(({ id }) => id) });
  },
  'publish a new text': ({ db }, pick, context) => {
    const live = db
      .select()
      .from(drafts)
      .innerJoin(posts, eq(posts.id, drafts.postId))
      .where(eq(posts.status, 'published'))
      .all();
    const { drafts: draft } = live[pick % live.length] ?? {};
    if (!draft) return;
    const { postId, version } = draft;
    const writing = { ...writingOf(draft), headline: `Another headline ${pick}` };
    const saved = requireValue(saveDraft(db, { postId, version, writing }, context));
    return publishPost(db, { postId, draftVersion: saved.version }, context);
  },
};

function usedPicture(db: Site['db'], pick: number): string | undefined {
  const used = db.selectDistinct({ id: mediaUses.mediaId }).from(mediaUses).all();
  return used[pick % used.length]?.id;
}
