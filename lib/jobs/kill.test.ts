import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { type Db, openDatabase } from '@/db/client';
import { Random } from '@/tools/running/random';
import { liveUntilCopied } from '@/tools/testing/crash-copy';
import { buildPost } from '@/tools/testing/factories';
import { jobsForOrders, LAST_ORDERS } from '@/tools/testing/life-of-jobs';
import { scheduledPosts } from '@/tools/testing/life-of-posts';
import { ORDER_TABLES, type Purpose, type Records } from '@/tools/testing/outbox-life';
import { openTestSite } from '@/tools/testing/test-site';

/*
 * A program that writes jobs and does them is killed 200 times, each time between two different statements, and
 * continues each time from what the previous life left. In 25 of the lives it is a process that gets SIGKILL. A process costs ten
 * times as much as the work of its life, so the other lives are in this process, and what they leave is copied:
 * `liveUntilCopied` says why the copy is what a kill leaves.
 */

/** The same kills in every run. */
const SEED = 20_261_127;
const WITHIN_MS = 20 * 60 * 1000;
const ROOT = process.cwd();

test(
  '170 kills while jobs are written and run lose no job, and repeat none that must run only once',
  async () => {
    const place = openPlace(jobsForOrders);
    const of: Kills['of'] = ['life-of-jobs', 'jobsForOrders'];
    await place.kill({ processes: 20, copies: 150, longestSteps: 130, of });
    const { ids, effects, promised, close } = await place.finish();

    const orders = ids('SELECT id FROM orders ORDER BY id');
    expect(orders.length).toBeGreaterThan(100);
    expect(orders).toEqual(expect.arrayContaining(promised));
    // Work on the database: once for each order that was kept, and for no other.
    expect(ids('SELECT order_id FROM works ORDER BY order_id')).toEqual(orders);
    // External work: at least once for each, and always with the same key.
    const outside = [...new Set(effects('outside'))].map((line) => Number(line.split(' ')[0]));
    expect(outside.sort((a, b) => a - b)).toEqual(orders);
    // Merged external work: at least once after the last order of each group.
    expect(effects('merged').map(Number)).toEqual(expect.arrayContaining(ids(LAST_ORDERS)));
    close();
  },
  WITHIN_MS,
);

test(
  '30 kills while posts are scheduled and published publish each post once for each time it was scheduled',
  async () => {
    const build = (db: Db) => {
      for (const headline of ['One', 'Two', 'Three']) buildPost(db, { headline });
    };
    const place = openPlace(scheduledPosts, build);
    const of: Kills['of'] = ['life-of-posts', 'scheduledPosts'];
    await place.kill({ processes: 5, copies: 25, longestSteps: 120, of });
    const { ids, promised, close } = await place.finish();

    expect(ids('SELECT id FROM orders')).toEqual(expect.arrayContaining(promised));
    const published = "SELECT post_id FROM audit WHERE command = 'publishScheduled' ORDER BY post_id";
    expect(ids(published)).toEqual(ids('SELECT post_id FROM orders ORDER BY post_id'));
    expect(ids("SELECT id FROM posts WHERE status <> 'published'")).toEqual([]);
    close();
  },
  WITHIN_MS,
);

interface Kills {
  processes: number;
  copies: number;
  longestSteps: number;
  /** The module and the export that a process lives. */
  of: [string, string];
}

/** Opens a publication in which one life after another ends. No connection stays open from one to the next. */
function openPlace(purpose: Purpose, prepare?: (db: Db) => void) {
  const site = openTestSite();
  const { db, dataDir, close } = site;
  const records = { effects: join(dataDir, 'effects'), promises: join(dataDir, 'promises') };
  for (const record of Object.values(records)) appendFileSync(record, '');
  db.$client.exec(ORDER_TABLES);
  prepare?.(db);
  db.$client.close();
  let file = db.$client.name;

  return {
    async kill({ processes, copies, longestSteps, of }: Kills) {
      const random = new Random(SEED);
      const liveInProcess = await prepareProcesses(dataDir, of);
      // A process that ends by itself leaves compiled code in the cache for those that are killed.
      expect(await liveInProcess({ file, records, lastStep: 500, isKilled: false })).toBe(null);
      const lives = processes + copies;
      for (let life = 0; life < lives; life++) {
        const lastStep = random.between(1, longestSteps);
        if (life % (lives / processes) < 1) {
          expect(await liveInProcess({ file, records, lastStep, isKilled: true })).toBe('SIGKILL');
        } else {
          const copy = join(dataDir, `after-${life}.db`);
          await liveUntilCopied({ file, copy, records, lastStep }, purpose);
          file = copy;
        }
      }
    },
    /** Does the remaining work in a life that is not killed. @returns what there is then. */
    async finish() {
      const last = openDatabase(file);
      await doRest(last, purpose, records);
      const linesOf = (record: string) => readFileSync(record, 'utf8').split('\n').filter(Boolean);
      return {
        ids: (query: string): unknown[] => last.$client.prepare(query).pluck().all(),
        /** The effects of one kind, without its name. */
        effects: (kind: string) =>
          linesOf(records.effects)
            .filter((line) => line.startsWith(`${kind} `))
            .map((line) => line.slice(kind.length + 1)),
        promised: linesOf(records.promises).map(Number),
        close() {
          last.$client.close();
          close();
        },
      };
    },
  };
}

/** Does the jobs that are left, without the pauses between attempts. @throws when some stay undone. */
async function doRest(db: Db, purpose: Purpose, { effects }: Records): Promise<void> {
  const retryNow = db.$client.prepare("UPDATE jobs SET run_at = 0 WHERE state = 'waiting' AND attempts > 0");
  const isOpen = "state = 'running' OR state <> 'done' AND run_at <= unixepoch('subsec') * 1000";
  const open = db.$client.prepare(`SELECT kind, payload, state, last_error FROM jobs WHERE ${isOpen}`);
  const recordEffect = (line: string) => appendFileSync(effects, `${line}\n`);
  const report = (error: unknown) => {
    throw error;
  };
  for (let clocks = 0; clocks < 20 && open.get(); clocks++) {
    retryNow.run();
    await purpose.start(db, recordEffect, report).stop(WITHIN_MS);
  }
  expect(open.all()).toEqual([]);
}

/** @returns a function that lets a process live and reports which signal ended it. */
async function prepareProcesses(folder: string, [file, purpose]: [string, string]) {
  const program = join(folder, 'life.cjs');
  const contents = `import { liveUntilKilled } from '@/tools/testing/outbox-life';
    import { ${purpose} } from '@/tools/testing/${file}';
    liveUntilKilled(JSON.parse(process.argv[2]), ${purpose}).catch((error) => {
      console.error(error);
      process.exit(1);
    });`;
  const [alias, external] = [{ '@': ROOT }, ['better-sqlite3']];
  const shape = { bundle: true, minify: true, platform: 'node', format: 'cjs' } as const;
  await build({ stdin: { contents, resolveDir: ROOT }, outfile: program, alias, external, ...shape });
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_PATH: join(ROOT, 'node_modules'),
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
  return async (life: unknown): Promise<unknown> => {
    const stdio: StdioOptions = ['ignore', 'inherit', 'inherit'];
    const child = spawn(process.execPath, [program, JSON.stringify(life)], { env, stdio });
    return (await once(child, 'exit'))[1];
  };
}
