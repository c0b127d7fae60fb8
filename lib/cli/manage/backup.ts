import { resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { type Actor, actorOf, OPERATOR } from '@/lib/actor';
import { backUp, backupFolder } from '@/lib/backup/last-backup';
import { type Progress, sayProgress } from '@/lib/backup/progress';
import { OperatorError, requireValue } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { type Verb, withDatabaseAsItIs } from './verb';

export const backup: Verb = {
  summary: 'back up everything to a new folder',
  usage: '[folder]',
  help: 'Safe while the publication runs. Without a folder, the backup goes into <data folder>-backups, next to the data folder. Only you can read it.',
  // Used by the server for a backup that was requested at the desk.
  options: { 'asked-by': { type: 'string' } },
  run: (values, [folder]) =>
    withDatabaseAsItIs('backup', async (db) => {
      const { dataDir } = environment();
      const now = Date.now();
      const target = resolve(folder ?? backupFolder(dataDir, now));
      const say = sayProgress(console.log);
      const requireNotStopped = watchStop();
      const onProgress = (progress: Progress) => {
        requireNotStopped();
        say(progress);
      };
      const place = { dataDir, folder: target, onProgress };
      requireValue(await backUp(db, place, { actor: askerOf(db, values['asked-by']), now }));
      return `The backup is in ${target}`;
    }),
};

/** Returns the account that requested the backup, or else the operator. */
function askerOf(db: Db, id: unknown): Actor {
  if (typeof id !== 'string') return OPERATOR;
  const user = db
    .select()
    .from(users)
    .where(eq(users.id, Number(id)))
    .get();
  return user ? actorOf(user) : OPERATOR;
}

/** @returns a function that throws an OperatorError once this process was told to stop, so that work ends in order. */
function watchStop(): () => void {
  let isTold = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      isTold = true;
    });
  return () => {
    if (isTold) throw new OperatorError('The backup was stopped. Nothing of it is left.');
  };
}
