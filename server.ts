import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { type Db, migrate, openDatabase } from '@/db/client';
import { createSetupLink, hasOwner } from '@/lib/auth/setup-link';
import { leaveReservedSlugs } from '@/lib/posts/leave-reserved-slugs';
import { findMissing } from '@/lib/posts/missing';
import { findPreviewed } from '@/lib/posts/preview/preview-links';
import { ensureSamples } from '@/lib/samples/ensure-samples';
import { startScheduler } from '@/lib/scheduling/scheduler';
import { ContentVersion } from '@/lib/serving/content-version';
import { edgePurger } from '@/lib/serving/edge-purge';
import { answerRequests } from '@/lib/serving/serve';
import { type Environment, environment, WrongSetting } from '@/lib/settings/environment';
import { secret } from '@/lib/settings/secrets';

/*
 * The process: opens the data folder, puts the reader cache before Next, publishes what is due, and
 * stops without losing a request.
 */

const isDev = process.argv.includes('--dev');
const LONGEST_STOP_MS = 5000;
const LONGEST_UPLOAD_MS = 60 * 60 * 1000;

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exit(1);
});

async function main() {
  const settings = environment();
  await tryPort(settings);
  const db = await openPublication(settings);
  const version = new ContentVersion(join(settings.dataDir, 'broadside.db'));
  const currentVersion = () => version.current();
  const report = (error: unknown) => console.error(error);
  // The sign-in library would otherwise build addresses from what the client sent.
  process.env.AUTH_URL = settings.siteUrl;
  const server = createServer();
  // A film of 500 MB may be an hour on its way over a slow line; heads must still come within a minute.
  server.requestTimeout = LONGEST_UPLOAD_MS;
  const app = next({
    dev: isDev,
    port: settings.port,
    hostname: settings.host,
    // Next ends every connection that offers another protocol, as curl and Java do. In production it
    // has nobody to talk to there, so it listens at a server that never opens.
    httpServer: isDev ? server : createServer(),
  });
  await withoutSourceMaps(() => app.prepare());
  server.on(
    'request',
    answerRequests({
      settings,
      isDev,
      next: app.getRequestHandler(),
      buildDir: process.env.NEXT_BUILD_DIR || '.next',
      currentVersion,
      findMissing: (path) => findMissing(db, path),
      isPreviewOpen: (token) => findPreviewed(db, token, Date.now()) !== null,
      checkHealth: () => db.$client.prepare('SELECT content_version FROM site').get(),
      report,
    }),
  );
  await listen(server, settings);
  const purgeEdges = edgePurger({ urls: settings.edgePurgeUrls, currentVersion, report });
  const stopScheduler = startScheduler(db, { afterEach: purgeEdges, report });
  greet(db, settings);
  stopOnSignal(async () => {
    stopScheduler();
    await closeServer(server);
    await app.close();
    version.close();
    db.$client.close();
  });
}

/** Reading the maps of Next's own build takes half a second of each start, and no trace needs them. */
async function withoutSourceMaps(work: () => Promise<void>): Promise<void> {
  process.setSourceMapsEnabled(false);
  await work();
  process.setSourceMapsEnabled(true);
}

/** Opens the data folder: makes what a first start needs, and brings the tables up to date. */
async function openPublication({ dataDir }: Environment): Promise<Db> {
  try {
    // Drafts are nobody else's business on a shared machine.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new WrongSetting(
      `The data folder ${dataDir} cannot be written: make it writable for this user, or name another with DATA_DIR.`,
      { cause: error },
    );
  }
  secret(dataDir, 'session');
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  for (const { headline, from, to } of leaveReservedSlugs(db, Date.now()))
    console.log(`/${from} is used by the site itself now: “${headline}” is at /${to}.`);
  await ensureSamples(db, { mediaDir: join(dataDir, 'media'), now: Date.now(), say: console.log });
  return db;
}

function listen(server: Server, { port, host }: Environment): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** Finds out before any work is done that the port cannot be had. */
async function tryPort(settings: Environment): Promise<void> {
  const probe = createServer();
  await listen(probe, settings);
  await new Promise((done) => probe.close(done));
}

function greet(db: Db, { siteUrl }: Environment) {
  console.log(`Broadside runs at ${siteUrl}`);
  if (hasOwner(db)) return;
  console.log(
    `Make it yours, with this link, once: ${siteUrl}/admin/setup?token=${createSetupLink(db, Date.now())}`,
  );
}

/** Ctrl-C may come twice, from the terminal and from `npm start`: the second changes nothing. */
function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false;
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

/** Lets requests under way finish, and closes connections that wait for nothing. */
function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done());
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LONGEST_STOP_MS / 2).unref();
  return closed;
}

function sentenceOf(error: unknown): unknown {
  if (error instanceof WrongSetting) return error.message;
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'EADDRINUSE')
    return `Port ${environment().port} is in use: stop the program that uses it, or choose another with PORT=3001 npm start.`;
  if (error.code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `Port ${environment().port} needs the rights of an administrator: choose one above 1023 with PORT=3000.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${environment().host} is not an address of this machine.`;
  if (typeof error.code === 'string') return sentenceOfDatabase(error.code) ?? error;
  return error;
}

/** @see https://www.sqlite.org/rescode.html */
function sentenceOfDatabase(code: string): string | null {
  const file = join(environment().dataDir, 'broadside.db');
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return `The database ${file} is damaged: put a backup in its place with npm run manage -- restore <backup>.`;
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test(code))
    return `The database ${file} cannot be written: make it writable for this user.`;
  if (code === 'SQLITE_FULL') return `The disk that holds ${file} is full: make room, then start again.`;
  return null;
}
