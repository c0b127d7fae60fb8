import { copyFileSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

/** How soon the health check must tell. */
const NOTICED_WITHIN_MS = 30_000;

/** What is done to the data of a running publication. */
const TAKEN: Record<string, (lab: Lab) => void> = {
  'data folder moved away': (lab) => renameSync(lab.dataDir, `${lab.dataDir}-away`),
  'data folder moved away and a copy put in its place': (lab) => {
    renameSync(lab.dataDir, `${lab.dataDir}-away`);
    cpSync(`${lab.dataDir}-away`, lab.dataDir, { recursive: true });
  },
  'database deleted': (lab) => rmSync(lab.file),
  'database replaced': (lab) => {
    copyFileSync(lab.file, `${lab.file}.copy`);
    renameSync(`${lab.file}.copy`, lab.file);
  },
  'log of the database deleted': (lab) => rmSync(`${lab.file}-wal`),
};

export const RUNNING_DATABASE_SCENARIOS: Scenario[] = Object.entries(TAKEN).map(([what, take]) => ({
  name: `${what} while it runs`,
  promise: 'no save is acknowledged from then on, and /healthz says 503 within 30 s',
  run: (drill: Drill) => takeAway(drill, take),
}));

async function takeAway({ cleanUp }: Drill, take: (lab: Lab) => void) {
  const lab = await Lab.make(cleanUp);
  const postId = lab.beginPost('Before');
  await lab.server.start();
  const first = await lab.save(postId, lab.draftOf(postId).version, 'Acknowledged');
  if (typeof first === 'string') throw new Error(`The first save failed: ${first}`);
  if (!existsSync(`${lab.file}-wal`)) throw new Error('There is no log to delete.');
  const faults: string[] = [];
  take(lab);
  const saved = await lab.save(postId, first, 'Into nothing');
  if (typeof saved !== 'string') faults.push('a save was acknowledged');
  const health = await healthWithin(lab);
  if (health !== 503) faults.push(`/healthz says ${health}`);
  return verdict(`saves: ${saved}; /healthz: ${health}`, faults);
}

/** Waits until the health check fails. @returns its last status. */
export async function healthWithin(lab: Lab, wanted = 503): Promise<number> {
  const until = Date.now() + NOTICED_WITHIN_MS;
  let status = 0;
  while (Date.now() < until) {
    status = await lab.statusOf('/healthz');
    if (status === wanted) return status;
    await pause(200);
  }
  return status;
}
