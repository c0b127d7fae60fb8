import * as kinds from '@/lib/jobs/kinds';

/** The names of all kinds of job that `lib/jobs/kinds.ts` describes, including one that is not in its list yet. */
export const DESCRIBED_KINDS = Object.values<unknown>(kinds)
  .filter(isKind)
  .map(({ name }) => name);

function isKind(value: unknown): value is kinds.JobRules {
  return typeof value === 'object' && value !== null && 'payload' in value && 'name' in value;
}
