import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { Random } from '@/tools/loss-drill/random';
import { buildPost } from '@/tools/testing/factories';
import { jobsForOrders } from '@/tools/testing/life-of-jobs';
import { scheduledPosts } from '@/tools/testing/life-of-posts';
import { NOTES, type Purpose } from '@/tools/testing/outbox-life';
import { openTestSite } from '@/tools/testing/test-site';

/** The same kills in every run. */
const SEED = 20_261_127;
const WITHIN_MS = 20 * 60 * 1000;
const ROOT = process.cwd();

test(
  '170 kills while jobs are written and done lose none, and repeat none that must not be repeated',
  async () => {
    const place = openPlace(jobsForOrders);
    await place.kill({ lives: 170, longestSteps: 70, of: ['life-of-jobs', 'jobsForOrders'] });
    await place.finish();

    const orders = place.ids('SELECT id FROM orders ORDER BY id');
    expect(orders).toEqual(expect.arrayContaining(place.promised()));
    // Work on the database: once for each order that was kept, and for no other.
    expect(place.ids('SELECT order_id FROM works ORDER BY order_id')).toEqual(orders);
    // External work: at least once for each, and always with the same key.
    const effects = new Set(place.effects());
    expect([...effects].map((line) => Number(line.split(' ')[0])).sort((a, b) => a - b)).toEqual(orders);
    place.site.close();
  },
  WITHIN_MS,
);

test(
  '30 kills while posts are scheduled and published publish each post once for each time it was scheduled',
  async () => {
    const place = openPlace(scheduledPosts);
    for (const headline of ['One', 'Two', 'Three']) buildPost(place.site.db, { headline });
    await place.kill({ lives: 30, longestSteps: 120, of: ['life-of-posts', 'scheduledPosts'] });
    await place.finish();

    expect(place.ids('SELECT id FROM orders')).toEqual(expect.arrayContaining(place.promised()));
    const published = "SELECT post_id FROM audit WHERE command = 'publishScheduled' ORDER BY post_id";
    expect(place.ids(published)).toEqual(place.ids('SELECT post_id FROM orders ORDER BY post_id'));
    expect(place.ids("SELECT id FROM posts WHERE status <> 'published'")).toEqual([]);
    place.site.close();
  },
  WITHIN_MS,
);

/** Opens a publication in which one process after another is killed. */
function openPlace(purpose: Purpose) {
  const site = openTestSite();
  const { db, dataDir } = site;
  const [effects, promises] = [join(dataDir, 'effects'), join(dataDir, 'promises')];
  for (const file of [effects, promises]) appendFileSync(file, '');
  db.$client.exec(NOTES);
  const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const ids = (query: string) => db.$client.prepare(query).pluck().all();

  return {
    site,
    ids,
    promised: () => linesOf(promises).map(Number),
    effects: () => linesOf(effects),
    async kill({ lives, longestSteps, of }: { lives: number; longestSteps: number; of: [string, string] }) {
      const random = new Random(SEED);
      const start = await prepareLives(dataDir, of);
      for (let life = 0; life < lives; life++) {
        const killAtStep = random.between(1, longestSteps);
        expect(await start({ database: db.$client.name, effects, promises, killAtStep })).toBe('SIGKILL');
      }
    },
    /** Does the remaining work in a process that is not killed, without the pauses between attempts. */
    async finish() {
      const retryNow = db.$client.prepare(
        "UPDATE jobs SET run_at = 0 WHERE state = 'waiting' AND attempts > 0",
      );
      const isOpen = "state = 'running' OR state <> 'done' AND run_at <= unixepoch('subsec') * 1000";
      for (retryNow.run(); ids(`SELECT id FROM jobs WHERE ${isOpen}`).length > 0; retryNow.run()) {
        const clock = purpose.start(db, effects);
        await turn();
        await clock.stop(WITHIN_MS);
      }
    },
  };
}

/** @returns a function that starts a process and reports which signal ended it. */
async function prepareLives(folder: string, [file, purpose]: [string, string]) {
  const program = join(folder, 'life.cjs');
  const contents = `import { live } from '@/tools/testing/outbox-life';
    import { ${purpose} } from '@/tools/testing/${file}';
    const life = process.argv[2];
    if (life) live(JSON.parse(life), ${purpose}).catch((error) => { console.error(error); process.exit(1); });`;
  const [alias, external] = [{ '@': ROOT }, ['better-sqlite3']];
  const shape = { bundle: true, minify: true, platform: 'node', format: 'cjs' } as const;
  await build({ stdin: { contents, resolveDir: ROOT }, outfile: program, alias, external, ...shape });
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_PATH: join(ROOT, 'node_modules'),
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
  };
  const start = async (...args: unknown[]): Promise<unknown> => {
    const argv = [program, ...args.map((one) => JSON.stringify(one))];
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    return (await once(child, 'exit'))[1];
  };
  // A process that ends by itself leaves compiled code in the cache for those that are killed.
  expect(await start()).toBe(null);
  return start;
}
