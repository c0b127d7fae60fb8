import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { posts, programNotes } from '@/db/schema';
import { actorOf } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { binPost } from '@/lib/posts/commands/bin-post';
import { schedulePost } from '@/lib/posts/commands/schedule-post';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const DAY_MS = 24 * 60 * 60 * 1000;
const JUMP_MS = 40 * DAY_MS;
/** The jobs of a start have run long before. */
const WATCHED_MS = 5000;

export const CLOCK_SCENARIOS: Scenario[] = [
  {
    name: 'clock jumps 40 days ahead',
    promise: 'nothing that this made due is published or deleted for a day; what is due later is published',
    run: jumpAhead,
  },
  {
    name: 'clock jumps 40 days back',
    promise: 'pages and saves go on',
    run: jumpBack,
  },
];

/**
 * Makes the program believe that the clock jumped while it was stopped, by changing what it noted of the time: the
 * clock of this machine is not ours to set.
 */
async function jumpWhileStopped(lab: Lab, byMs: number): Promise<void> {
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  const isNote = eq(programNotes.name, 'clock-seen');
  const value = sql`json_set(value, '$.now', json_extract(value, '$.now') - ${byMs})`;
  const { changes } = lab.withDatabase((db) => db.update(programNotes).set({ value }).where(isNote).run());
  if (changes !== 1) throw new Error('The server noted no time.');
}

async function jumpAhead({ cleanUp }: Drill) {
  const lab = await Lab.make(cleanUp);
  const before = Date.now() - JUMP_MS;
  const actor = actorOf({ id: 1, role: 'owner' });
  const skipped = lab.beginPost('Skipped');
  const later = lab.beginPost('Later');
  const binned = lab.beginPost('Binned');
  await jumpWhileStopped(lab, JUMP_MS);
  const schedule = (postId: number, at: number, now: number) =>
    lab.withDatabase((db) => requireValue(schedulePost(db, { postId, draftVersion: 2, at }, { actor, now })));
  schedule(skipped, before + 10 * DAY_MS, before);
  lab.withDatabase((db) => requireValue(binPost(db, { postId: binned }, { actor, now: before + DAY_MS })));
  await lab.server.start();
  schedule(later, Date.now() + 1000, Date.now());
  await pause(WATCHED_MS);
  const statusOf = (postId: number) =>
    lab.withDatabase((db) => db.select().from(posts).where(eq(posts.id, postId)).get()?.status);
  const faults: string[] = [];
  if (statusOf(skipped) !== 'scheduled') faults.push(`the post made due is ${statusOf(skipped)}`);
  if (statusOf(binned) === undefined) faults.push('the post in the bin was deleted');
  if (statusOf(later) !== 'published') faults.push(`the post due later is ${statusOf(later)}`);
  return verdict(`made due: ${statusOf(skipped)}; in the bin: kept; due later: ${statusOf(later)}`, faults);
}

async function jumpBack({ cleanUp }: Drill) {
  const lab = await Lab.make(cleanUp);
  const postId = lab.beginPost('Before');
  await jumpWhileStopped(lab, -JUMP_MS);
  await lab.server.start();
  const page = await lab.statusOf('/');
  const saved = await lab.save(postId, lab.draftOf(postId).version, 'After');
  const faults = page === 200 ? [] : [`the front page answers ${page}`];
  if (typeof saved === 'string') faults.push(`a save failed: ${saved}`);
  return verdict(`page: ${page}; save: ${typeof saved === 'string' ? saved : 'acknowledged'}`, faults);
}
