import { OperatorError } from '@/lib/errors';
import { CleanUp } from '@/tools/running/clean-up';
import { Random } from '@/tools/running/random';
import type { Options } from './options';
import type { Outcome, Scenario } from './scenario';
import { BACKUP_SCENARIOS } from './scenarios/backups';
import { CLOCK_SCENARIOS } from './scenarios/clock';
import { RUNNING_DATABASE_SCENARIOS } from './scenarios/database-while-running';
import { START_SCENARIOS } from './scenarios/databases-at-start';
import { DISK_SCENARIOS } from './scenarios/disks';
import { KILL_SCENARIOS } from './scenarios/killed-saves';
import { UPLOAD_SCENARIOS } from './scenarios/killed-uploads';
import { LOCK_SCENARIOS } from './scenarios/locks';
import { READ_ONLY_SCENARIOS } from './scenarios/read-only-disk';
import { STOP_SCENARIOS } from './scenarios/stops';

const SCENARIOS: readonly Scenario[] = [
  ...KILL_SCENARIOS,
  ...UPLOAD_SCENARIOS,
  ...BACKUP_SCENARIOS,
  ...START_SCENARIOS,
  ...RUNNING_DATABASE_SCENARIOS,
  ...DISK_SCENARIOS,
  ...READ_ONLY_SCENARIOS,
  ...LOCK_SCENARIOS,
  ...STOP_SCENARIOS,
  ...CLOCK_SCENARIOS,
];

/**
 * Causes the faults one after another.
 * @throws OperatorError when no fault has such a name.
 */
export async function runFaultDrill(
  { rounds, seed, only }: Options,
  cleanUp: CleanUp,
  say: (line: string) => void,
): Promise<Outcome[]> {
  const chosen = SCENARIOS.filter(({ name }) => name.includes(only));
  if (chosen.length === 0)
    throw new OperatorError(
      `No fault has such a name. There are: ${SCENARIOS.map(({ name }) => name).join(', ')}.`,
    );
  const outcomes: Outcome[] = [];
  for (const scenario of chosen) {
    const { name, promise } = scenario;
    const own = new CleanUp();
    cleanUp.later(() => own.run());
    try {
      const seen = await scenario.run({ rounds, random: new Random(seed), cleanUp: own });
      outcomes.push({ name, promise, ...seen });
    } catch (error) {
      outcomes.push({ name, promise, isKept: false, seen: `the drill failed: ${firstLine(error)}` });
      say(String(error instanceof Error ? error.stack : error));
    }
    await own.run();
    const { isKept, seen } = outcomes.at(-1) ?? { isKept: false, seen: '' };
    say(`${isKept === null ? 'not tried' : isKept ? 'kept' : 'BROKEN'}: ${name}: ${seen}`);
  }
  return outcomes;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
