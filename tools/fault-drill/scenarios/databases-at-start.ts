import { cpSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const PAGE_BYTES = 4096;

/** What is done to the database of a stopped publication. */
const SPOILED: Record<string, (lab: Lab) => Promise<void> | void> = {
  corrupt: (lab) => writeFileSync(lab.file, 'this is no database, only words '.repeat(1000)),
  'damaged in its first page': (lab) => overwrite(lab.file, 100, 2000),
  empty: (lab) => truncateSync(lab.file, 0),
  missing: (lab) => rmSync(lab.file),
  'replaced by that of another program': (lab) => {
    rmSync(lab.file);
    const other = new BetterSqlite(lab.file);
    other.exec('CREATE TABLE notes (words TEXT)');
    other.close();
  },
  'moved away with its folder, after a restore': (lab) =>
    renameSync(lab.dataDir, `${lab.dataDir}.before-restore-1`),
};

export const START_SCENARIOS: Scenario[] = [
  ...Object.entries(SPOILED).map(([how, spoil]) => ({
    name: `database ${how} at start`,
    promise: 'no start: a sentence says what is wrong and names restore; no new publication is opened',
    run: (drill: Drill) => startWith(drill, spoil),
  })),
  {
    name: 'database damaged in its middle',
    promise: '`check` says so, a backup is refused, and an earlier backup can be restored',
    run: damageMiddle,
  },
];

async function makeLab({ cleanUp }: Drill): Promise<Lab> {
  const lab = await Lab.make(cleanUp);
  await lab.server.start();
  await lab.server.stop('SIGTERM');
  return lab;
}

async function startWith(drill: Drill, spoil: (lab: Lab) => Promise<void> | void) {
  const lab = await makeLab(drill);
  cpSync(lab.dataDir, join(lab.root, 'kept'), { recursive: true });
  await spoil(lab);
  const said = await lab.refusalToStart();
  const faults: string[] = [];
  if (said === null) faults.push('it serves');
  else if (!/restore/i.test(said)) faults.push(`it does not name restore: ${said}`);
  if (/setup\?token/.test(said ?? '')) faults.push('a new publication was opened');
  return verdict(`refused: “${said?.split('\n')[0] ?? ''}”`.replaceAll(lab.root, '…'), faults);
}

async function damageMiddle(drill: Drill) {
  const lab = await makeLab(drill);
  const postId = lab.beginPost('Kept');
  const faults: string[] = [];
  const good = await lab.run('backup', [join(lab.root, 'good')]);
  if (!good.isDone) faults.push(good.output);
  await overwrite(lab.file, PAGE_BYTES * 3, PAGE_BYTES * 20);
  if ((await lab.run('check')).isDone) faults.push('check finds nothing');
  if ((await lab.run('backup', [join(lab.root, 'bad')])).isDone) faults.push('a backup of it was made');
  const restored = await lab.run('restore', [join(lab.root, 'good')]);
  if (!restored.isDone) faults.push(restored.output);
  else if (lab.draftOf(postId).headline !== 'Kept') faults.push('the restored draft is another');
  return verdict('check failed, the backup was refused, the earlier one was restored', faults);
}

async function overwrite(path: string, from: number, bytes: number) {
  const file = await open(path, 'r+');
  try {
    await file.write(Buffer.alloc(bytes, 0xff), 0, bytes, from);
  } finally {
    await file.close();
  }
}
