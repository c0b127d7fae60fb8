import { maySettleJobs } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { readNote, removeNote } from '@/lib/settings/program-notes';
import { clockHold } from './clock-jumps';
import { replanJobs } from './replan-jobs';

/** Notes that the clock is right although it jumped: what waited for it is done now. */
export const confirmClock = command('confirmClock', maySettleJobs, (tx, _input: object, { now }) => {
  const hold = readNote(tx, clockHold)?.value;
  if (!hold) return {};
  removeNote(tx, clockHold);
  replanJobs(tx, now);
  return {};
});
