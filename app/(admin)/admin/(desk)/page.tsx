import { dirname } from 'node:path';
import type { Metadata } from 'next';
import { AttentionList } from '@/components/desk/dashboard/attention-list';
import { BackupNotice } from '@/components/desk/dashboard/backup-notice';
import { ClockNotice } from '@/components/desk/dashboard/clock-notice';
import { NewSessionNotice } from '@/components/desk/dashboard/new-session-notice';
import { OpenDrafts } from '@/components/desk/dashboard/open-drafts';
import { ShortList } from '@/components/desk/dashboard/short-list';
import { TroubledJobs } from '@/components/desk/dashboard/troubled-jobs';
import { rowOf } from '@/components/desk/posts/row-words';
import { buttonStyle } from '@/components/desk/ui/button';
import { Notice } from '@/components/desk/ui/notice';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { PageHead } from '@/components/desk/ui/page';
import { isPasskeyOffered } from '@/lib/accounts/passkeys/passkeys';
import { mayBackUp, mayRemoveSamples, maySettleJobs, seesOnlyPostsOf } from '@/lib/accounts/policies';
import { listNewSessions } from '@/lib/accounts/sessions';
import { actorOf } from '@/lib/actor';
import { backupProgress } from '@/lib/backup/backup-under-way';
import { backupFolder, lastBackupAt } from '@/lib/backup/last-backup';
import { findClockNotice } from '@/lib/jobs/clock-notice';
import { isBackupUnderWay } from '@/lib/jobs/request-backup';
import { listTroubledJobs } from '@/lib/jobs/troubled-jobs';
import { fill } from '@/lib/language/fill';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUser, sessionToken } from '@/lib/next/session';
import { listAttention, listOpenDrafts } from '@/lib/posts/dashboard';
import { listPosts } from '@/lib/posts/list-posts';
import { hasSamples } from '@/lib/samples/has-samples';
import { environment } from '@/lib/settings/environment';
import { manageCommand } from '@/lib/settings/operator-commands';
import { readSite } from '@/lib/settings/site';
import {
  backUpNow,
  confirmNewSession,
  confirmServerClock,
  dismissFailedJob,
  endNewSession,
  removeAllSamples,
  tryJobAgain,
} from './actions';
import { NewPost } from './new-post';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.dashboard };
}

const SHOWN = 5;

/** Where the data and its backups are on the server's disk, and the command that makes a backup. */
function dataFolders() {
  const { dataDir } = environment();
  const backups = dirname(backupFolder(dataDir, Date.now()));
  return { data: dataDir, backups, command: manageCommand('backup') };
}

/** The dashboard. */
export default async function DashboardPage() {
  const user = await requireUser();
  const actor = actorOf(user);
  const createdBy = seesOnlyPostsOf(actor);
  const [words, language] = [await deskWords(), await deskLanguage()];
  const db = database();
  const { timeZone } = readSite(db);
  const wording = { words, language, timeZone };
  const rowsOf = (status: 'scheduled' | 'published', sort: 'published' | 'publishedOldest') => {
    const { posts, total } = listPosts(db, { status, sort, createdBy }, 1, SHOWN);
    return { rows: posts.map((post) => rowOf(post, wording)), total, status };
  };
  const clock = maySettleJobs(actor) ? findClockNotice(db, Date.now(), SHOWN) : null;
  return (
    <>
      <PageHead title={words.shell.dashboard}>
        <NewPost />
      </PageHead>
      {mayRemoveSamples(actor) && hasSamples(db) && (
        <Notice>
          <p className="mb-3">{words.dashboard.samples}</p>
          <OutcomeForm action={removeAllSamples} submit={words.dashboard.removeSamples} tone="tinted">
            {null}
          </OutcomeForm>
        </Notice>
      )}
      {isPasskeyOffered(db, user.id, Date.now()) && (
        <Notice>
          <p className="mb-3">{words.passkeys.offer}</p>
          <a href="/admin/account" className={buttonStyle({ kind: 'tinted' })}>
            {words.passkeys.heading}
          </a>
        </Notice>
      )}
      <NewSessionNotice
        sessions={listNewSessions(db, user.id, await sessionToken())}
        confirm={confirmNewSession}
        end={endNewSession}
        {...wording}
      />
      {clock && <ClockNotice clock={clock} confirm={confirmServerClock} {...wording} />}
      {/* The browser fills both columns: what there is decides where one ends. */}
      <div className="gap-x-12 *:break-inside-avoid lg:columns-2">
        <OpenDrafts drafts={listOpenDrafts(db, SHOWN, createdBy)} {...wording} />
        <TroubledJobs
          jobs={maySettleJobs(actor) ? listTroubledJobs(db, Date.now(), SHOWN) : []}
          retry={tryJobAgain}
          dismiss={dismissFailedJob}
          {...wording}
        />
        <AttentionList posts={listAttention(db, SHOWN, createdBy)} words={words} />
        <ShortList
          title={words.dashboard.scheduled}
          note={fill(words.dashboard.timesIn, { zone: timeZone })}
          empty={words.dashboard.noScheduled}
          words={words}
          {...rowsOf('scheduled', 'publishedOldest')}
        />
        <ShortList
          title={words.dashboard.lastPublished}
          empty={words.dashboard.noPublished}
          words={words}
          {...rowsOf('published', 'published')}
        />
        {mayBackUp(actor) && (
          <BackupNotice
            at={lastBackupAt(db)}
            underWay={isBackupUnderWay(db) ? (backupProgress(environment().dataDir) ?? 'begun') : null}
            now={Date.now()}
            backUp={backUpNow}
            folders={dataFolders()}
            {...wording}
          />
        )}
      </div>
    </>
  );
}
