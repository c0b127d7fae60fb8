import type { Db } from '@/db/client';
import { publishDuePost } from '@/lib/posts/commands/publish-due';
import { purgeOldBinned } from '@/lib/posts/commands/purge-post';
import { askEdgeToPurge } from '@/lib/serving/edge-purge';
import { addJob } from './add-job';
import { type Clock, startClock } from './clock';
import { emptyBin, publishPost, purgeEdge, purgeEdges } from './kinds';
import { type Worker, worksOutside, worksWithin } from './workers';

interface Options {
  /** Where each edge takes requests to purge. */
  edgePurgeUrls: string[];
  report: (error: unknown) => void;
}

/**
 * Starts the clock of a publication: posts appear at their time, those that became due while the program was
 * down at once; edges are purged after each change that readers see; the bin is emptied of what is old.
 */
export function startPublicationJobs(db: Db, { edgePurgeUrls, report }: Options): Clock {
  const now = Date.now();
  db.transaction(
    (tx) => {
      addJob(tx, emptyBin, {}, { now });
      // Another version of the program may have other pages for the same content, and the edge may be new.
      addJob(tx, purgeEdges, {}, { now });
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
      // One that the settings do not name any more has no copies of ours to serve.
      if (edges.includes(url)) await askEdgeToPurge(url, signal);
    }),
    worksWithin(emptyBin, (db, _, now) => purgeOldBinned(db, now)),
  ];
}
