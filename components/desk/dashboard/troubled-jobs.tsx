import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { SectionTitle } from '@/components/desk/ui/page';
import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import type { TroubledJob } from '@/lib/jobs/troubled-jobs';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';
import { shortLinkStyle, shortNoteStyle, shortRowStyle } from './short-list-styles';

type Act = (data: FormData) => Promise<Answer<unknown>>;

/** Shown where a row does not have the fact. */
const UNKNOWN = '…';
/** The last time that a date can have (epoch ms). @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_DATE = 8.64e15;

interface Props extends Wording {
  jobs: TroubledJob[];
  retry: Act;
  dismiss: Act;
}

/** Lists background jobs that need attention. Renders nothing when there are none. */
export function TroubledJobs({ jobs, retry, dismiss, ...wording }: Props) {
  if (jobs.length === 0) return null;
  const say = wording.words.jobs;
  return (
    <section className="mt-8 lg:first:mt-2">
      <SectionTitle>{say.title}</SectionTitle>
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className={shortRowStyle}>
            <JobName job={job} words={wording.words} />
            <small className={shortNoteStyle}>{stateOf(job, wording)}</small>
            {job.lastError && (
              <small className={shortNoteStyle} lang="en">
                {job.lastError}
              </small>
            )}
            <div className="mt-2 flex flex-wrap items-center gap-3">
              {job.mayRetry && <JobButton id={job.id} act={retry} words={say.tryAgain} />}
              {job.mayDismiss && <JobButton id={job.id} act={dismiss} words={say.dismiss} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function JobName({ job: { kind, post, url }, words }: { job: TroubledJob } & Pick<Wording, 'words'>) {
  const name = fill(nameOf(kind, words.jobs), { url: url ?? UNKNOWN });
  if (!post) return <span>{fill(name, { headline: UNKNOWN })}</span>;
  // The headline may be in another language than the text around it.
  const [before, after] = name.split('{headline}');
  return (
    <a className={shortLinkStyle} href={adminPostPath(post.id)}>
      {before}
      <span lang={post.headline ? post.language : undefined}>{post.headline || words.posts.noHeadline}</span>
      {after}
    </a>
  );
}

/** Returns the name of a job; a kind that this version does not know has its plain code name. */
function nameOf(kind: string, say: Wording['words']['jobs']): string {
  switch (kind) {
    case 'publishPost':
      return say.publishPost;
    case 'endPin':
      return say.endPin;
    case 'purgeEdges':
      return say.purgeEdges;
    case 'purgeEdge':
      return say.purgeEdge;
    case 'purgePost':
      return say.purgePost;
    case 'eraseWords':
      return say.eraseWords;
    case 'renderTexts':
      return say.renderTexts;
    case 'emptyBin':
      return say.emptyBin;
    case 'backUp':
      return say.backUp;
    default:
      return kind;
  }
}

function stateOf(job: TroubledJob, { words, language, timeZone }: Wording): string {
  const moment = (at: number) =>
    // `Intl` throws for a time that no date can have.
    Math.abs(at) <= LAST_DATE
      ? formatDate(at, language, { timeZone, hasOwnDigits: false }, 'moment')
      : UNKNOWN;
  switch (job.trouble) {
    case 'failed':
      return fill(words.jobs.failed, { count: job.attempts });
    case 'unknown':
      return words.jobs.unknown;
    case 'late':
      return fill(words.jobs.late, { due: moment(job.dueAt), next: moment(job.runAt) });
  }
}

function JobButton({ id, act, words }: { id: number; act: Act; words: string }) {
  return (
    <OutcomeForm action={act} submit={words} tone="quiet">
      <input type="hidden" name="id" value={id} />
    </OutcomeForm>
  );
}
