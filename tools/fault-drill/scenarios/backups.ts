import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { media } from '@/db/schema';
import type { Running } from '@/tools/running/processes';
import type { Random } from '@/tools/running/random';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const MEDIUM = '0000000000000000';
const MEDIA_FILES = 40;
const FILE_BYTES = 256 * 1024;

export const BACKUP_SCENARIOS: Scenario[] = [
  {
    name: 'backup killed',
    promise: 'no half backup has the name of a backup; the next one removes the rest and is sound',
    run: killBackups,
  },
  {
    name: 'backup during saves',
    promise: 'it ends, and has every save acknowledged before it began',
    run: backUpDuringSaves,
  },
  {
    name: 'restore killed',
    promise: 'the next start has the present data or the backup, whole, and opens no new publication',
    run: killRestores,
  },
  {
    name: 'restore over a running server, second server, on another port',
    promise: 'refused with the process that holds the data folder, and no save is lost',
    run: takeFromRunning,
  },
];

/** Makes a publication with files, so that copying takes a moment. */
async function makeLab({ cleanUp }: Drill): Promise<Lab> {
  const lab = await Lab.make(cleanUp);
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  const folder = join(lab.dataDir, 'media', MEDIUM);
  mkdirSync(folder, { recursive: true });
  const files = Array.from({ length: MEDIA_FILES }, (_, n) => `${n}.webp`);
  for (const [n, file] of files.entries()) writeFileSync(join(folder, file), Buffer.alloc(FILE_BYTES, n));
  const facts = { mime: 'image/webp', widthPx: 1, heightPx: 1, bytes: FILE_BYTES };
  const renditions = files.map((file) => ({ file, ...facts }));
  const row = { id: MEDIUM, sha256: 'of the drill', originalName: 'drill.webp', createdAt: Date.now() };
  lab.withDatabase((db) =>
    db
      .insert(media)
      .values({ ...row, ...facts, renditions })
      .run(),
  );
  return lab;
}

async function killBackups(drill: Drill) {
  const lab = await makeLab(drill);
  const faults: string[] = [];
  const tookMs = await timeOf(() => lab.run('backup', [join(lab.root, 'first')]));
  let interrupted = 0;
  for (let round = 0; round < drill.rounds; round += 1) {
    const backup = join(lab.root, `backup-${round}`);
    await killWithin(lab.manage('backup', [backup]), tookMs, drill.random);
    if (existsSync(`${backup}.unfinished`)) interrupted += 1;
    if (existsSync(backup)) faults.push(...(await restoredElsewhere(lab, backup, `round ${round}`)));
  }
  const last = await lab.run('backup', [join(lab.root, 'last')]);
  if (!last.isDone) faults.push(last.output);
  const left = readdirSync(lab.root).filter((name) => name.endsWith('.unfinished'));
  if (left.length > 0) faults.push(`${left.join(', ')} stayed`);
  faults.push(...(await restoredElsewhere(lab, join(lab.root, 'last'), 'the last backup')));
  return verdict(`${drill.rounds} kills, ${interrupted} in the middle, nothing left of them`, faults);
}

/** Measures work, so that a kill can come at any moment of it, whatever the speed of the machine. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Kills a verb in the latter two thirds of the time that it takes: in the first it loads its code. */
async function killWithin(running: Running, tookMs: number, random: Random): Promise<void> {
  await Promise.race([pause((random.next() * 2 + 1) * (tookMs / 3)), running.exited]);
  if (!running.hasExited()) process.kill(running.pid, 'SIGKILL');
  await running.exited;
}

async function restoredElsewhere(lab: Lab, backup: string, when: string): Promise<string[]> {
  const DATA_DIR = join(lab.root, `restored-${when.replaceAll(' ', '-')}`);
  const { isDone, output } = await lab.run('restore', [backup], { DATA_DIR });
  return isDone ? [] : [`${when}: ${output}`];
}

async function backUpDuringSaves(drill: Drill) {
  const lab = await makeLab(drill);
  const postId = lab.beginPost('Before');
  await lab.server.start();
  let isOver = false;
  let version = lab.draftOf(postId).version;
  let saves = 0;
  const writing = (async () => {
    while (!isOver) {
      const saved = await lab.save(postId, version, `Version after ${version}`);
      if (typeof saved === 'string') return saved;
      version = saved;
      saves += 1;
    }
    return null;
  })();
  await pause(300);
  const before = version;
  const backup = join(lab.root, 'backup');
  const made = await lab.run('backup', [backup]);
  isOver = true;
  const failure = await writing;
  await lab.server.stop('SIGTERM');
  const faults = [...(made.isDone ? [] : [made.output]), ...(failure ? [`a save failed: ${failure}`] : [])];
  const restored = await lab.run('restore', [backup]);
  if (!restored.isDone) faults.push(restored.output);
  const there = lab.draftOf(postId).version;
  if (there < before) faults.push(`version ${before} was acknowledged before, ${there} is in the backup`);
  return verdict(
    `${saves} saves meanwhile, the backup has version ${there} of ${before} to ${version}`,
    faults,
  );
}

async function killRestores(drill: Drill) {
  const lab = await makeLab(drill);
  const postId = lab.beginPost('Of the backup');
  const backup = join(lab.root, 'backup');
  const made = await lab.run('backup', [backup]);
  const faults = made.isDone ? [] : [made.output];
  const tookMs = await timeOf(() => lab.run('restore', [backup]));
  const ends = { present: 0, restored: 0 };
  for (let round = 0; round < drill.rounds; round += 1) {
    const { version } = lab.draftOf(postId);
    await startAndSave(lab, postId, version);
    await killWithin(lab.manage('restore', [backup]), tookMs, drill.random);
    await lab.server.start();
    if (/setup\?token/.test(lab.server.output)) faults.push(`round ${round}: a new publication was opened`);
    const { headline } = lab.draftOf(postId);
    const files = readdirSync(join(lab.dataDir, 'media', MEDIUM)).length;
    if (headline === 'Present') ends.present += 1;
    else if (headline === 'Of the backup') ends.restored += 1;
    else faults.push(`round ${round}: the headline is ${headline}`);
    if (files !== MEDIA_FILES) faults.push(`round ${round}: ${files} of ${MEDIA_FILES} files`);
    await lab.server.stop('SIGTERM');
    const check = await lab.run('check');
    if (!check.isDone) faults.push(`round ${round}: ${check.output}`);
  }
  return verdict(
    `${drill.rounds} kills: ${ends.present} times the present data, ${ends.restored} times the backup`,
    faults,
  );
}

async function startAndSave(lab: Lab, postId: number, version: number) {
  await lab.server.start();
  await lab.save(postId, version, 'Present');
  await lab.server.stop('SIGTERM');
}

async function takeFromRunning(drill: Drill) {
  const lab = await makeLab(drill);
  const postId = lab.beginPost('Before');
  const backup = join(lab.root, 'backup');
  const faults: string[] = [];
  const made = await lab.run('backup', [backup]);
  if (!made.isDone) faults.push(made.output);
  await lab.server.start();
  const holder = `process ${lab.server.pid}`;
  for (const [verb, folder] of [
    ['restore', backup],
    ['move-data', join(lab.root, 'moved')],
  ] as const) {
    const { isDone, output } = await lab.run(verb, [folder], { PORT: '1' });
    if (isDone || !output.includes(holder)) faults.push(`${verb} said: ${output}`);
  }
  const second = await lab.secondServer();
  if (!second.includes(holder)) faults.push(`the second server said: ${second}`);
  const { version } = lab.draftOf(postId);
  const saved = await lab.save(postId, version, 'After');
  if (typeof saved === 'string') faults.push(`a save failed: ${saved}`);
  if (lab.draftOf(postId).headline !== 'After') faults.push('the acknowledged save is not there');
  return verdict('restore, move-data and a second server were refused, and named the process', faults);
}
