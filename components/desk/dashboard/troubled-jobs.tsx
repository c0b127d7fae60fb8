import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import type { TroubledJob } from '@/lib/jobs/troubled-jobs';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { Wording } from '../posts/row-words';

type Act = (data: FormData) => Promise<Answer<unknown>>;

interface Props extends Wording {
  jobs: TroubledJob[];
  retry: Act;
  dismiss: Act;
}

/** Lists background jobs that failed or are late. Renders nothing when there are none. */
export function TroubledJobs({ jobs, retry, dismiss, ...wording }: Props) {
  if (jobs.length === 0) return null;
  const say = wording.words.jobs;
  return (
    <section>
      <h2>{say.title}</h2>
      <ul className="short-list">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobName job={job} words={wording.words} />
            <small>{stateOf(job, wording)}</small>
            {job.lastError && <small lang="en">{job.lastError}</small>}
            <div className="row mt-2">
              <JobButton id={job.id} act={retry} words={say.tryAgain} />
              {job.hasFailed && <JobButton id={job.id} act={dismiss} words={say.dismiss} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function JobName({ job: { kind, post, url }, words }: { job: TroubledJob } & Pick<Wording, 'words'>) {
  const name = fill(nameOf(kind, words.jobs), { url: url ?? '' });
  if (!post) return <span>{name}</span>;
  // The headline may be in another language than the text around it.
  const [before, after] = name.split('{headline}');
  return (
    <a href={adminPostPath(post.id)}>
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
    case 'purgeEdges':
      return say.purgeEdges;
    case 'purgeEdge':
      return say.purgeEdge;
    case 'emptyBin':
      return say.emptyBin;
    default:
      return kind;
  }
}

function stateOf(job: TroubledJob, { words, language, timeZone }: Wording): string {
  const moment = (at: number) => formatDate(at, language, { timeZone, hasOwnDigits: false }, 'moment');
  if (job.hasFailed) return fill(words.jobs.failed, { count: job.attempts });
  return fill(words.jobs.late, { due: moment(job.dueAt), next: moment(job.runAt) });
}

function JobButton({ id, act, words }: { id: number; act: Act; words: string }) {
  return (
    <OutcomeForm action={act} submit={words} tone="quiet">
      <input type="hidden" name="id" value={id} />
    </OutcomeForm>
  );
}
