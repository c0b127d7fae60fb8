import type { Times } from './ask-cached';
import type { ProcessorUse } from './processor';

/** What was seen under one flood. */
export interface Result {
  what: string;
  clients: number;
  seconds: number;
  /** Cached pages just before the flood, and during it. */
  idle: Times;
  flooded: Times;
  /** How many answers the flood got, by status. */
  answers: Record<string, number>;
  processor: ProcessorUse;
  /** Whether the drill was given precedence over other programs, so that they hardly slow it down. */
  hasPriority?: boolean;
}

/** Other programs may use this much of the machine for it to count as one that does nothing else. */
const IDLE_MACHINE = 0.1;
/** The promises: in ms on a machine that does nothing else, as factors of the idle figures on a busy one. */
const PROMISED = { p50Ms: 3, p99Ms: 20, p50Factor: 3, p99Factor: 10 };

/** Checks whether the promise that applies was kept. */
export function isKept(result: Result): boolean {
  const { idle, flooded } = result;
  if (isJudgedByMs(result)) return flooded.p50 <= PROMISED.p50Ms && flooded.p99 <= PROMISED.p99Ms;
  return flooded.p50 <= PROMISED.p50Factor * idle.p50 && flooded.p99 <= PROMISED.p99Factor * idle.p99;
}

function isJudgedByMs({ processor, hasPriority = false }: Result): boolean {
  return hasPriority || processor.others <= IDLE_MACHINE;
}

const HEAD = [
  'flood',
  'clients',
  'idle p50 / p99',
  'promised',
  'seen p50 / p99',
  'factor',
  'answers a second',
  'statuses',
  'server',
  'other programs',
  '',
];

/** Renders the results as a Markdown table. */
export function renderTable(results: Result[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...results.map(cellsOf)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellsOf(result: Result): string[] {
  const { what, clients, seconds, idle, flooded, answers, processor } = result;
  const total = Object.values(answers).reduce((sum, count) => sum + count, 0);
  return [
    what,
    String(clients),
    `${ms(idle.p50)} / ${ms(idle.p99)}`,
    isJudgedByMs(result)
      ? `≤ ${PROMISED.p50Ms} / ${PROMISED.p99Ms} ms`
      : `≤ ${PROMISED.p50Factor} × / ${PROMISED.p99Factor} ×`,
    `${ms(flooded.p50)} / ${ms(flooded.p99)}`,
    `${(flooded.p50 / idle.p50).toFixed(1)} / ${(flooded.p99 / idle.p99).toFixed(1)}`,
    (total / seconds).toFixed(0),
    Object.entries(answers)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
    `${Math.round(processor.server * 100)} %`,
    `${Math.round(processor.others * 100)} %`,
    isKept(result) ? 'kept' : 'BROKEN',
  ];
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
