import { dirname } from 'node:path';
import type { Db } from '@/db/client';
import { addJob } from '@/lib/jobs/add-job';
import { type Clock, startClock } from '@/lib/jobs/clock';
import { findClockHold, mayForgetOld, publicationWaitsUntil } from '@/lib/jobs/clock-jumps';
import { eraseWords as eraseWordsFrom } from '@/lib/jobs/erase-words';
import {
  backUp,
  emptyBin,
  endPin,
  eraseWords,
  publishPost,
  purgeEdge,
  purgeEdges,
  purgePost,
  renderTexts,
} from '@/lib/jobs/kinds';
import type { MachineTime } from '@/lib/jobs/machine-time';
import { replanLatePublications } from '@/lib/jobs/replan-jobs';
import { watchClock } from '@/lib/jobs/watch-clock';
import { type Worker, worksOutside, worksWithin } from '@/lib/jobs/workers';
import { renderTextsWith } from '@/lib/media/render-texts-with';
import { endDuePin, findPinEnd, listEndingPins } from '@/lib/posts/commands/place-on-front';
import { publishDuePost } from '@/lib/posts/commands/publish-due';
import { purgeOldBinned } from '@/lib/posts/commands/purge-post';
import { earlierCopies } from '@/lib/settings/former-copies';
import { backUpApart } from './back-up-apart';
import { askEdgeToPurge } from './edge-purge';
import { findScheduledAt, listOldBinnedWithoutJob, listScheduledWithoutJob } from './posts-without-job';

const HOUR_MS = 60 * 60 * 1000;

interface Options {
  /** The addresses at which edges accept purge requests. */
  edgePurgeUrls: string[];
  report: (error: unknown) => void;
  time?: MachineTime;
}

/**
 * Starts the clock of a publication: posts are published at their time, and those that became due while the
 * program was down immediately; edges are purged after each change that readers see; old posts are deleted
 * from the bin.
 */
export function startPublicationJobs(db: Db, { edgePurgeUrls, report, time }: Options): Clock {
  // Before any job: a clock that jumped while nothing ran must not make them due.
  watchClock(db, time);
  const now = Date.now();
  db.transaction(
    (tx) => {
      addJob(tx, emptyBin, {}, { now });
      // Another version of the program may render other pages for the same content, and the edge may be new.
      addJob(tx, purgeEdges, {}, { now });
      replanLatePublications(tx, now);
      // Triggers write these jobs, but someone may have dismissed one or repaired the file by hand.
      for (const { postId, scheduledAt } of listScheduledWithoutJob(tx))
        addJob(tx, publishPost, { postId }, { now, runAt: scheduledAt });
      for (const { postId, until } of listEndingPins(tx))
        addJob(tx, endPin, { postId }, { now, runAt: until });
    },
    { behavior: 'immediate' },
  );
  return startClock(db, workersFor(db, edgePurgeUrls), { report });
}

function workersFor(whole: Db, edges: string[]): Worker[] {
  return [
    worksWithin(publishPost, (db, { postId }, now) => {
      const dueAt = findScheduledAt(db, postId);
      const runAt = dueAt === null ? null : publicationWaitsUntil(db, dueAt, now);
      if (runAt === null) publishDuePost(db, postId, now);
      else addJob(db, publishPost, { postId }, { now, runAt });
    }),
    worksWithin(endPin, (db, { postId }, now) => {
      const until = findPinEnd(db, postId);
      if (until === null) return;
      // What a jump of the clock made due waits, as publications do.
      const runAt = until > now ? until : publicationWaitsUntil(db, until, now);
      if (runAt === null) endDuePin(db, postId, now);
      else addJob(db, endPin, { postId }, { now, runAt });
    }),
    worksWithin(purgeEdges, (db, _, now) => {
      for (const url of edges) addJob(db, purgeEdge, { url }, { now });
    }),
    worksOutside(purgeEdge, async ({ url }, { signal }) => {
      // An edge that is no longer in the settings has no copies of ours to serve.
      if (edges.includes(url)) await askEdgeToPurge(url, signal);
    }),
    worksOutside(eraseWords, async (_, { signal }) => {
      await eraseWordsFrom(whole, signal);
      for (const copy of earlierCopies(dirname(whole.$client.name)))
        console.warn(`A post was deleted permanently. A copy from before still contains its words: ${copy}`);
    }),
    // One job for each post, so that one that cannot be deleted does not block the others.
    worksWithin(emptyBin, (db, _, now) => {
      if (!mayForgetOld(db, now)) return;
      for (const post of listOldBinnedWithoutJob(db, now)) addJob(db, purgePost, post, { now });
    }),
    worksWithin(purgePost, (db, { postId }, now) => {
      if (mayForgetOld(db, now)) return void purgeOldBinned(db, postId, now);
      addJob(db, purgePost, { postId }, { now, runAt: findClockHold(db, now)?.until ?? now + HOUR_MS });
    }),
    worksWithin(renderTexts, (db, texts, now) => renderTextsWith(db, texts, { now })),
    worksOutside(backUp, ({ askedBy }, { signal }) => backUpApart(askedBy, signal)),
  ];
}
