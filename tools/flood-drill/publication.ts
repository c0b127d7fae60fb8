import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { NEXT_OUTPUT } from '@/lib/process/next-output.mjs';
import { seed } from '@/tools/bench/seed';
import type { CleanUp } from '@/tools/running/clean-up';
import { Server } from '@/tools/running/server';
import type { Targets } from './floods';

/** What is flooded. */
export interface Publication {
  server: Server;
  targets: Targets;
  /** Paths of the pages that the measured client asks for. */
  cachedPaths: string[];
  /** A temporary folder, removed at the end. */
  folder: string;
}

const CACHED_POSTS = 10;

/** Makes a publication with posts and an owner, and serves it as behind a proxy, so that each client of a flood has its own address. */
export async function openPublication(posts: number, cleanUp: CleanUp): Promise<Publication> {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-flood-'));
  cleanUp.later(() => rmSync(folder, { recursive: true, force: true }));
  const { dataDir, paths, words, rareWords } = await seed(join(folder, 'data'), posts);
  const both = paths.en.flatMap((path, n) => [path, paths.km[n] ?? path]);
  const cached = both.slice(0, CACHED_POSTS);
  const server = await Server.start(dataDir, cleanUp, { env: { TRUST_PROXY: 'true' } });
  return {
    server,
    folder,
    targets: {
      slugs: both.slice(CACHED_POSTS).map((path) => path.slice(1)),
      words: [...words.en.slice(0, 2000), ...words.km.slice(0, 2000), ...rareWords],
      ...actionIds(),
    },
    cachedPaths: ['/', ...cached],
  };
}

const Manifest = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });

/** Reads the ids of the server actions that strangers can call, as the scripts of their pages know them. */
function actionIds(): Pick<Targets, 'signInAction' | 'setUpAction'> {
  return { signInAction: actionId('sign-in', 'enter'), setUpAction: actionId('setup', 'setUp') };
}

function actionId(page: string, name: string): string {
  const release = process.env.RELEASE_DIR ?? '';
  const folder = join(release, NEXT_OUTPUT, 'server/app/(admin)/admin', page, 'page');
  const text = readFileSync(join(folder, 'server-reference-manifest.json'), 'utf8');
  const found = Object.entries(Manifest.parse(JSON.parse(text)).node).find(
    ([, { exportedName }]) => exportedName === name,
  );
  if (!found) throw new Error(`The release has no server action ${name}.`);
  return found[0];
}
