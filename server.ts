import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { type Db, neverWait } from '@/db/client';
import { withoutRecording } from '@/db/recorded-queries';
import { findSessionUser } from '@/lib/accounts/sessions';
import { requireDatabaseOrNothing } from '@/lib/backup/find-traces';
import { finishRestore } from '@/lib/backup/swap-contents';
import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { findFormerFeed } from '@/lib/formats/feeds/old-addresses';
import { answerIcon } from '@/lib/formats/icons/answer-icon';
import type { Clock } from '@/lib/jobs/clock';
import { mainLanguage } from '@/lib/language/languages';
import { findMissing } from '@/lib/posts/missing';
import { findPreviewed } from '@/lib/posts/preview/preview-links';
import { closeQueues } from '@/lib/process/bounded-queue';
import { addressOf, listen, tryPort } from '@/lib/process/listening';
import { NEXT_OUTPUT } from '@/lib/process/next-output.mjs';
import { recordConsole } from '@/lib/process/records';
import {
  becomePreparedRelease,
  becomeSameRelease,
  enterRelease,
  finishSwitch,
  releaseFacts,
} from '@/lib/process/release';
import { holdDataFolder, type RunningFacts } from '@/lib/process/running';
import { closeSharedPools } from '@/lib/process/shared-pools';
import { startFailureMessage } from '@/lib/process/start-failures';
import { gracefulClose, STOP_TIMEOUT_MS, stopWhenTold } from '@/lib/process/stop';
import { watchStalls } from '@/lib/process/watch-stalls';
import { ContentVersion } from '@/lib/serving/content-version';
import { Fingerprints } from '@/lib/serving/fingerprints';
import { pageLookUp } from '@/lib/serving/has-page';
import { watchPublication } from '@/lib/serving/health/watch-publication';
import { languagesOfSite } from '@/lib/serving/languages-of-site';
import { type MediaSweep, startMediaSweep } from '@/lib/serving/media-sweep';
import type { Publication } from '@/lib/serving/publication';
import { startPublicationJobs } from '@/lib/serving/publication-jobs';
import { RouteTable } from '@/lib/serving/route-table';
import { LONGEST_UPLOAD_MS, ROUTES } from '@/lib/serving/routes';
import { servePublication } from '@/lib/serving/serve';
import { ServedMedia } from '@/lib/serving/served-media';
import { openDataFolder } from '@/lib/settings/data-folder';
import type { Environment } from '@/lib/settings/environment';
import { keepFilesPrivate } from '@/lib/settings/private-files';
import { readSettings } from '@/lib/settings/read-settings';
import { readerRefusal } from '@/lib/settings/reader-refusal';
import { secret } from '@/lib/settings/secrets';
import { readSite } from '@/lib/settings/site';
import { announceStart } from '@/lib/setup/announce-start';
import { openPublication } from '@/lib/setup/open-publication';

/*
 * The server process: opens the data folder, puts the reader cache in front of Next, publishes scheduled
 * posts, and stops without losing a request.
 */

/** The part of the time to finish in which queued work may still begin; the rest is for what has begun. */
const PART_FOR_QUEUES = 0.6;

const isDev = process.argv.includes('--dev');
/** The folder of the running release; none in development. */
const release = process.env.BROADSIDE_RELEASE;

main().catch((error: unknown) => {
  console.error(startFailureMessage(error));
  process.exit(1);
});

async function main() {
  keepFilesPrivate();
  const settings = readSettings();
  if (release) enterRelease(release);
  for (const sentence of openDataFolder(settings.dataDir)) console.log(sentence);
  const hold = await holdDataFolder(settings.dataDir, { waitMs: 2 * STOP_TIMEOUT_MS });
  const announce = (state: RunningFacts['state']) =>
    hold.announce({ ...addressOf(settings), state, build: release ? releaseFacts(release).build : null });
  announce('starting');
  const finished = await finishRestore(settings.dataDir);
  if (finished) console.log(finished);
  finishSwitch(settings.dataDir, release);
  requireDatabaseOrNothing(settings.dataDir);
  await tryPort(settings);
  const db = await openPublication(settings.dataDir, console.log);
  const version = new ContentVersion(join(settings.dataDir, 'broadside.db'));
  const fingerprints = new Fingerprints(join(settings.dataDir, 'broadside.db'));
  const { server, app } = await prepareServer(settings);
  let jobs: Clock | null = null;
  const health = watchPublication({ db, dataDir: settings.dataDir, jobs: () => jobs });
  const faults = () => health.faults();
  const quick = servePublication(server, publicationOf({ settings, app, db, version, fingerprints, faults }));
  const close = gracefulClose(server, quick);
  const sweep = startSweep(db, settings);
  await listen(server, settings);
  jobs = startJobs(db, settings);
  announceStart(db, settings, console.log);
  neverWait(db);
  withoutRecording(() => health.start());
  announce('serving');
  if (!isDev) recordConsole((line) => process.stderr.write(line));
  const endWatch = watchStalls((ms) => console.warn(`The server stood still for ${Math.round(ms)} ms.`));
  const stop = async (finishWithinMs: number) => {
    announce('stopping');
    endWatch();
    health.stop();
    closeQueues(finishWithinMs * PART_FOR_QUEUES);
    const requests = close(finishWithinMs);
    await Promise.all([requests, jobs?.stop(finishWithinMs, requests), sweep?.stop()]);
    await app.close();
    await closeSharedPools();
    version.close();
    fingerprints.close();
    db.$client.close();
  };
  const onSwitch = () => becomePreparedRelease(settings.dataDir);
  stopWhenTold(stop, { onEnd: () => hold.release(), onSwitch, onFault: becomeSameRelease });
}

/** Creates the server, not yet listening, and Next behind it. */
async function prepareServer({ port, host, siteUrl, dataDir }: Environment) {
  // Otherwise the sign-in library would build addresses from what the client sent.
  process.env.AUTH_URL = siteUrl;
  // The values that a form sends back to the server are encrypted with a secret of this publication, not of
  // the build.
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = sealingKey(dataDir);
  const server = createServer();
  // Each row of the table has its own limit, this or a shorter one; headers must arrive within a minute.
  server.requestTimeout = LONGEST_UPLOAD_MS;
  const app = next({
    dev: isDev,
    port,
    hostname: host,
    // Next closes every connection that offers a protocol upgrade, as curl and Java do. In production it
    // needs no upgrades, so it is given a server that never listens.
    httpServer: isDev ? server : createServer(),
  });
  await app.prepare();
  return { server, app };
}

/** Assembles what request handling needs. */
function publicationOf(parts: {
  settings: Environment;
  app: ReturnType<typeof next>;
  db: Db;
  version: ContentVersion;
  fingerprints: Fingerprints;
  faults: Publication['faults'];
}): Publication {
  const { settings, app, db, version, fingerprints, faults } = parts;
  const currentVersion = () => version.current();
  const served = new ServedMedia(db, currentVersion);
  const languages = languagesOfSite(db, currentVersion);
  return {
    settings,
    routes: ROUTES,
    isDev,
    next: app.getRequestHandler(),
    buildDir: isDev ? '.next' : NEXT_OUTPUT,
    currentVersion,
    fingerprints,
    mainLanguage: () => mainLanguage(readSite(db)),
    languages,
    hasPage: pageLookUp(db, new RouteTable(ROUTES), languages),
    answerNoFile: (path) => readerRefusal(db, path, 404, 'noSuchFile'),
    findMissing: (path) => findMissing(db, path),
    findFormerFeed: (target) => findFormerFeed(db, target),
    answerFeed: (path) => answerFeed(db, path, settings.siteUrl),
    answerIcon: (path) =>
      answerIcon(db, path, { mediaDir: join(settings.dataDir, 'media'), publicDir: 'public' }),
    isSession: (token) => findSessionUser(db, token, Date.now()) !== null,
    isPreviewOpen: (token) => findPreviewed(db, token, Date.now()) !== null,
    faults,
    isServedMedia: (mediaId, file) => served.has(mediaId, file),
    healthToken: secret(settings.dataDir, 'health'),
    report,
    warn: (sentence) => console.warn(sentence),
  };
}

/** Starts the background jobs, unless this is the rehearsal of an upgrade. */
function startJobs(db: Db, { edgePurgeUrls }: Environment): Clock | null {
  if (process.env.BROADSIDE_REHEARSAL) return null;
  return withoutRecording(() => startPublicationJobs(db, { edgePurgeUrls, report }));
}

/** Removes files that a kill left behind, unless this is the rehearsal of an upgrade. */
function startSweep(db: Db, { dataDir }: Environment): MediaSweep | null {
  const options = { mediaDir: join(dataDir, 'media'), say: console.log, report };
  return process.env.BROADSIDE_REHEARSAL ? null : withoutRecording(() => startMediaSweep(db, options));
}

function report(error: unknown): void {
  console.error(error);
}

/** Returns the key in standard base64, as Next reads it. */
function sealingKey(dataDir: string): string {
  return Buffer.from(secret(dataDir, 'actions'), 'base64url').toString('base64');
}
