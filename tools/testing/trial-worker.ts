import { setTimeout as wait } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';

/** What the tests of the worker pool have a thread do. */
export type Trial =
  | { do: 'answer'; value: unknown }
  | { do: 'wait'; ms: number }
  | { do: 'loop' }
  | { do: 'thread' }
  | { do: 'throw' }
  | { do: 'exit' }
  | { do: 'fill memory' };

export default async function carryOut(trial: Trial): Promise<unknown> {
  if (trial.do === 'answer') return trial.value;
  if (trial.do === 'wait') return wait(trial.ms);
  if (trial.do === 'thread') return threadId;
  if (trial.do === 'throw') throw new RangeError('thrown by the task');
  if (trial.do === 'exit') process.exit(3);
  const kept: number[][] = [];
  for (;;) if (trial.do === 'fill memory') kept.push(Array.from({ length: 10_000 }, Math.random));
}
