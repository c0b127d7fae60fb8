import { hintStyle } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { SectionTitle } from '@/components/desk/ui/page';
import type { Answer } from '@/lib/errors';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';

const MEGABYTE = 1e6;
const OLD_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

interface Props extends Wording {
  /** When everything was last backed up, or null. */
  at: number | null;
  now: number;
  /** How far the backup is that is being made; `begun` when that is not known yet; null when there is none. */
  underWay: 'begun' | { step: 'Copied' | 'Checked'; bytes: number; ofBytes: number } | null;
  backUp: () => Promise<Answer<unknown>>;
  /** Where data and backups are on the server's disk, and the command that backs up there. */
  folders: { data: string; backups: string; command: string };
}

/** Shows when the last backup was made, where the data is, and how to back it up. */
export function BackupNotice({ at, now, underWay, backUp, folders, words, language, timeZone }: Props) {
  const { neverBackedUp, oldBackup, backedUpAt, ...say } = words.dashboard;
  const isOld = at === null || now - at > OLD_AFTER_MS;
  const sentence = at === null ? neverBackedUp : isOld ? oldBackup : backedUpAt;
  const date = formatDate(at ?? now, language, { timeZone, hasOwnDigits: false }, 'moment');
  return (
    <section className="mt-8 lg:first:mt-2">
      <SectionTitle>{say.backup}</SectionTitle>
      <p className={isOld ? 'border-accent border-l-4 pl-3' : hintStyle}>{fill(sentence, { date })}</p>
      {underWay && <p className={hintStyle}>{sentenceOf(underWay, words)}</p>}
      <OutcomeForm
        action={backUp}
        submit={say.backUp}
        done={say.backedUp}
        tone="quiet"
        className="max-w-form mt-3 grid gap-4"
      >
        {null}
      </OutcomeForm>
      {/* Open until the first backup is made, and collapsed from then on. */}
      <details className="text-small text-soft mt-4" open={at === null}>
        <summary className="w-fit cursor-pointer py-1.5">{say.whereData}</summary>
        <Place says={say.dataFolder}>{folders.data}</Place>
        <Place says={say.backupFolder}>{folders.backups}</Place>
        <Place says={say.backupCommand}>{folders.command}</Place>
      </details>
    </section>
  );
}

function sentenceOf(underWay: NonNullable<Props['underWay']>, words: Props['words']): string {
  const { backupUnderWay, backupCopied, backupChecked } = words.dashboard;
  if (underWay === 'begun') return backupUnderWay;
  const { step, bytes, ofBytes } = underWay;
  const megabytes = (amount: number) => Math.round(amount / MEGABYTE);
  const figures = { done: megabytes(bytes), total: megabytes(ofBytes) };
  return fill(step === 'Copied' ? backupCopied : backupChecked, figures);
}

function Place({ says, children }: { says: string; children: string }) {
  return (
    <>
      <p className="mt-2">{says}</p>
      <code className="text-caption text-ink wrap-anywhere">{children}</code>
    </>
  );
}
