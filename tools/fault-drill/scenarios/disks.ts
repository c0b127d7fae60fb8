import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lab } from '../lab';
import { type Drill, type Scenario, type Seen, verdict } from '../scenario';
import { healthWithin } from './database-while-running';

/** A copy leaves 64 MB free. */
const DISK = '200m';
const NOT_ROOT = 'needs root, to mount a disk of its own';

export const DISK_SCENARIOS: Scenario[] = [
  {
    name: 'disk full',
    promise:
      'saves are refused and pages answered; /healthz says 503; nothing is lost when there is room again',
    run: (drill) => onDisk(drill, fullDisk),
  },
  {
    name: 'disk read-only at start',
    promise: 'no start: a sentence says what cannot be written; it starts when it can be written again',
    run: (drill) => onDisk(drill, readOnlyDisk),
  },
  {
    name: 'disk full during a backup',
    promise: 'refused before it begins, and nothing of it is left',
    run: (drill) => onDisk(drill, backupWithoutRoom),
  },
  {
    name: 'data folder is a mount point',
    promise: 'a restore works within it',
    run: (drill) => onDisk(drill, restoreOnMount),
  },
];

/** Runs a scenario on a disk in memory, where this process may mount one. */
async function onDisk({ cleanUp }: Drill, work: (lab: Lab, disk: string) => Promise<Seen>): Promise<Seen> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { seen: NOT_ROOT, isKept: null };
  const disk = mkdtempSync(join(tmpdir(), 'broadside-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=700`, 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    rmSync(disk, { recursive: true });
    return { seen: `could not mount a disk: ${String(error).split('\n')[0]}`, isKept: null };
  }
  cleanUp.later(() => {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  });
  return work(await Lab.make(cleanUp, disk), disk);
}

async function fullDisk(lab: Lab, disk: string): Promise<Seen> {
  const filler = join(disk, 'filler');
  return refusing(lab, {
    begin: () => fill(disk, filler),
    end: () => rmSync(filler),
  });
}

async function readOnlyDisk(lab: Lab, disk: string): Promise<Seen> {
  // A disk is not made read-only while files on it are open for writing, so this happens between two runs.
  const remount = (mode: string) => execFileSync('mount', ['-o', `remount,${mode}`, disk], { stdio: 'pipe' });
  const postId = lab.beginPost('Before');
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  remount('ro');
  const said = await lab.refusalToStart();
  remount('rw');
  const faults: string[] = [];
  if (said === null) faults.push('it serves');
  else if (!/cannot be written/.test(said)) faults.push(`it said: ${said}`);
  await lab.server.start();
  const saved = await lab.save(postId, lab.draftOf(postId).version, 'After');
  if (typeof saved === 'string') faults.push(`a save afterwards failed: ${saved}`);
  return verdict(`refused: “${said?.split('\n')[0]?.replaceAll(disk, '…')}”`, faults);
}

interface Trouble {
  begin: () => void;
  end: () => void;
}

/** Causes trouble with the disk of a running publication, and ends it. */
async function refusing(lab: Lab, { begin, end }: Trouble): Promise<Seen> {
  const postId = lab.beginPost('Before');
  await lab.server.start();
  const version = await lab.save(postId, lab.draftOf(postId).version, 'Acknowledged');
  if (typeof version === 'string') throw new Error(`The first save failed: ${version}`);
  const faults: string[] = [];
  begin();
  const long = 'long '.repeat(40_000);
  const refused = await lab.save(postId, version, long.slice(0, 190));
  const body = await saveUntilRefused(lab, postId, version);
  if (typeof refused !== 'string' && typeof body !== 'string') faults.push('saves go on');
  const page = await lab.statusOf('/');
  if (page !== 200) faults.push(`the front page answers ${page}`);
  const health = await healthWithin(lab);
  if (health !== 503) faults.push(`/healthz says ${health}`);
  end();
  const again = await healthWithin(lab, 200);
  if (again !== 200) faults.push(`/healthz says ${again} after the trouble`);
  const after = lab.draftOf(postId);
  const saved = await lab.save(postId, after.version, 'After');
  if (typeof saved === 'string') faults.push(`the next save fails: ${saved}`);
  const check = await lab.run('check');
  if (!check.isDone) faults.push(check.output);
  return verdict(
    `saves: ${typeof refused === 'string' ? refused : body}; page: ${page}; /healthz: ${health}, then ${again}`,
    faults,
  );
}

/** Saves until the disk has no room for one more. */
async function saveUntilRefused(lab: Lab, postId: number, from: number): Promise<number | string> {
  let version: number | string = from;
  for (let n = 0; n < 500 && typeof version === 'number'; n += 1)
    version = await lab.save(postId, lab.draftOf(postId).version, `Again ${n}`);
  return version;
}

function fill(disk: string, filler: string) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
}

async function backupWithoutRoom(lab: Lab, disk: string): Promise<Seen> {
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  const filler = join(disk, 'filler');
  fill(disk, filler);
  const { isDone, output } = await lab.run('backup', [join(disk, 'copies', 'one')]);
  rmSync(filler);
  const faults = isDone ? ['it was made'] : [];
  if (!/free/i.test(output)) faults.push(`it said: ${output}`);
  return verdict(`refused: “${output.split('\n')[0]?.replaceAll(disk, '…')}”`, faults);
}

async function restoreOnMount(lab: Lab, disk: string): Promise<Seen> {
  const postId = lab.beginPost('Of the backup');
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  const backup = join(lab.root, 'backup');
  mkdirSync(lab.root, { recursive: true });
  const faults: string[] = [];
  const made = await lab.run('backup', [backup]);
  if (!made.isDone) faults.push(made.output);
  await lab.server.start();
  await lab.save(postId, lab.draftOf(postId).version, 'Present');
  await lab.server.stop('SIGTERM');
  const restored = await lab.run('restore', [backup]);
  if (!restored.isDone) faults.push(restored.output);
  if (lab.draftOf(postId).headline !== 'Of the backup') faults.push('the backup is not in place');
  return verdict(`“${restored.output.split('\n').at(-1)?.replaceAll(disk, '…')}”`, faults);
}
