import { setTimeout as pause } from 'node:timers/promises';
import { actorOf } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const WRITERS = 3;
const ALIVE_MS = { least: 150, most: 900 };
/** Posts become due while the server is alive or down. */
const DUE_AFTER_MS = 300;

export const KILL_SCENARIOS: Scenario[] = [
  {
    name: 'server killed during saves',
    promise: 'every acknowledged save is in the database, and the file is sound',
    run: killDuringSaves,
  },
  {
    name: 'server killed during publications',
    promise: 'a post that a reader has seen stays published, and every due post is published in the end',
    run: killDuringPublications,
  },
];

async function killDuringSaves({ rounds, random, cleanUp }: Drill) {
  const lab = await Lab.make(cleanUp);
  const posts = Array.from({ length: WRITERS }, (_, n) => lab.beginPost(`save 0 of ${n}`));
  const faults: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    await lab.server.start();
    // The first save loads the code that saves.
    await lab.save(posts[0] ?? 0, lab.draftOf(posts[0] ?? 0).version, 'First');
    const writers = posts.map((postId) => writeUntilKilled(lab, postId));
    await pause(random.between(ALIVE_MS.least, ALIVE_MS.most));
    await lab.server.stop('SIGKILL');
    for (const { postId, last, saves } of await Promise.all(writers)) {
      acknowledged += saves;
      const { version } = lab.draftOf(postId);
      if (version < last)
        faults.push(
          `round ${round}: version ${last} of post ${postId} was acknowledged, ${version} is there`,
        );
    }
  }
  const check = await lab.run('check');
  if (!check.isDone) faults.push(check.output);
  if (acknowledged === 0) faults.push('no save was acknowledged, so this proves nothing');
  return verdict(`${rounds} kills, ${acknowledged} acknowledged saves, all there`, faults);
}

/** Saves one text after another. @returns the last acknowledged version. */
async function writeUntilKilled(lab: Lab, postId: number) {
  let { version } = lab.draftOf(postId);
  for (let saves = 0; ; saves += 1) {
    const saved = await lab.save(postId, version, `Save after ${version}`);
    if (typeof saved === 'string') return { postId, last: version, saves };
    version = saved;
  }
}

async function killDuringPublications({ rounds, random, cleanUp }: Drill) {
  const lab = await Lab.make(cleanUp);
  const faults: string[] = [];
  const seen = new Set<string>();
  const all: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const slug = `post-${round}`;
    all.push(slug);
    scheduleSoon(lab, `Post ${round}`);
    await lab.server.start();
    for (const known of seen)
      if ((await lab.statusOf(`/${known}`)) !== 200)
        faults.push(`round ${round}: /${known} was seen, and is gone`);
    const until = Date.now() + random.between(ALIVE_MS.least, ALIVE_MS.most);
    while (Date.now() < until) {
      if ((await lab.statusOf(`/${slug}`)) === 200) seen.add(slug);
      await pause(20);
    }
    await lab.server.stop('SIGKILL');
  }
  await lab.server.start();
  const until = Date.now() + 20_000;
  let missing = all;
  while (missing.length > 0 && Date.now() < until) {
    const statuses = await Promise.all(missing.map((slug) => lab.statusOf(`/${slug}`)));
    missing = missing.filter((_, n) => statuses[n] !== 200);
  }
  for (const slug of missing) faults.push(`/${slug} was due and is not published`);
  if (seen.size === 0) faults.push('no post was seen before a kill, so this proves nothing');
  return verdict(
    `${rounds} kills, ${seen.size} posts seen before a kill, ${all.length} published in the end`,
    faults,
  );
}

function scheduleSoon(lab: Lab, headline: string) {
  const postId = lab.beginPost(headline);
  const { version } = lab.draftOf(postId);
  const now = Date.now();
  const context = { actor: actorOf({ id: 1, role: 'owner' }), now };
  const input = { postId, draftVersion: version, at: now + DUE_AFTER_MS };
  lab.withDatabase((db) => requireValue(schedulePost(db, input, context)));
}
