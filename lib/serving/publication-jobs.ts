import type { Db } from '@/db/client';
import { addJob } from '@/lib/jobs/add-job';
import { type Clock, startClock } from '@/lib/jobs/clock';
import { emptyBin, publishPost, purgeEdge, purgeEdges, purgePost } from '@/lib/jobs/kinds';
import { type Worker, worksOutside, worksWithin } from '@/lib/jobs/workers';
import { publishDuePost } from '@/lib/posts/commands/publish-due';
import { purgeOldBinned } from '@/lib/posts/commands/purge-post';
import { askEdgeToPurge } from './edge-purge';
import { listOldBinnedWithoutJob, listScheduledWithoutJob } from './posts-without-job';

interface Options {
  /** The addresses at which edges accept purge requests. */
  edgePurgeUrls: string[];
  report: (error: unknown) => void;
}

/**
 * Starts the clock of a publication: posts are published at their time, and those that became due while the
 * program was down immediately; edges are purged after each change that readers see; old posts are deleted
 * from the bin.
 */
export function startPublicationJobs(db: Db, { edgePurgeUrls, report }: Options): Clock {
  const now = Date.now();
  db.transaction(
    (tx) => {
      addJob(tx, emptyBin, {}, { now });
      // Another version of the program may render other pages for the same content, and the edge may be new.
      addJob(tx, purgeEdges, {}, { now });
      // Triggers write these jobs, but someone may have dismissed one or repaired the file by hand.
      for (const { postId, scheduledAt } of listScheduledWithoutJob(tx))
        addJob(tx, publishPost, { postId }, { now, runAt: scheduledAt });
    },
    { behavior: 'immediate' },
  );
  return startClock(db, workersFor(edgePurgeUrls), { report });
}

function workersFor(edges: string[]): Worker[] {
  return [
    worksWithin(publishPost, (db, { postId }, now) => publishDuePost(db, postId, now)),
    worksWithin(purgeEdges, (db, _, now) => {
      for (const url of edges) addJob(db, purgeEdge, { url }, { now });
    }),
    worksOutside(purgeEdge, async ({ url }, { signal }) => {
      // An edge that is no longer in the settings has no copies of ours to serve.
      if (edges.includes(url)) await askEdgeToPurge(url, signal);
    }),
    // One job for each post, so that one that cannot be deleted does not block the others.
    worksWithin(emptyBin, (db, _, now) => {
      for (const post of listOldBinnedWithoutJob(db, now)) addJob(db, purgePost, post, { now });
    }),
    worksWithin(purgePost, (db, { postId }, now) => void purgeOldBinned(db, postId, now)),
  ];
}
