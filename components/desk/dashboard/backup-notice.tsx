import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import type { Answer } from '@/lib/errors';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';

const OLD_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

interface Props extends Wording {
  /** When everything was last backed up, or null. */
  at: number | null;
  now: number;
  backUp: () => Promise<Answer<unknown>>;
  /** Where data and backups are on the server's disk, and the command that backs up there. */
  folders: { data: string; backups: string; command: string };
}

/** Shows when the last backup was made, where the data is, and how to back it up. */
export function BackupNotice({ at, now, backUp, folders, words, language, timeZone }: Props) {
  const { neverBackedUp, oldBackup, backedUpAt, ...say } = words.dashboard;
  const isOld = at === null || now - at > OLD_AFTER_MS;
  const sentence = at === null ? neverBackedUp : isOld ? oldBackup : backedUpAt;
  const date = formatDate(at ?? now, language, { timeZone, hasOwnDigits: false }, 'moment');
  return (
    <section>
      <h2>{say.backup}</h2>
      <p className={isOld ? 'backup-old' : 'hint'}>{fill(sentence, { date })}</p>
      <OutcomeForm action={backUp} submit={say.backUp} done={say.backedUp} tone="quiet" className="form mt-3">
        {null}
      </OutcomeForm>
      {/* Open until the first backup is made, and collapsed from then on. */}
      <details className="backup-folders" open={at === null}>
        <summary>{say.whereData}</summary>
        <p>{say.dataFolder}</p>
        <code>{folders.data}</code>
        <p>{say.backupFolder}</p>
        <code>{folders.backups}</code>
        <p>{say.backupCommand}</p>
        <code>{folders.command}</code>
      </details>
    </section>
  );
}
