import { availableParallelism, cpus } from 'node:os';
import { endedChildrenSeconds, usageOf } from '@/tools/bench/process-family';

/** Processor time used up to now, in seconds. */
interface Moment {
  at: number;
  ofServer: number;
  ours: number;
  ofMachine: number;
}

/** What was used between two moments. */
export interface ProcessorUse {
  /** Of one core, from 0. */
  server: number;
  /** Of the whole machine by programs that are not part of the drill, from 0 to 1. */
  others: number;
}

/** Begins to watch the processor. @returns what says how much was used since. */
export function watchProcessor(serverPid: number): () => ProcessorUse {
  const before = moment(serverPid);
  return () => {
    const after = moment(serverPid);
    const seconds = (after.at - before.at) / 1000;
    const others = after.ofMachine - before.ofMachine - (after.ours - before.ours);
    return {
      server: (after.ofServer - before.ofServer) / seconds,
      others: Math.max(0, others / seconds / availableParallelism()),
    };
  };
}

function moment(serverPid: number): Moment {
  const busyMs = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return {
    at: performance.now(),
    ofServer: usageOf(serverPid).processorSeconds ?? 0,
    ours: (usageOf(process.pid).processorSeconds ?? 0) + endedChildrenSeconds(),
    ofMachine: busyMs / 1000,
  };
}
