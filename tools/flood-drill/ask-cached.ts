import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '@/tools/bench/statistics';

/** How long cached pages took, in ms. */
export interface Times {
  count: number;
  p50: number;
  p99: number;
}

/** A reader's requests come at their own times, not as soon as the last one was answered. */
const PAUSE_MS = 4;

/** Requests cached pages in turn, from one client, until the time is over. */
export async function askCached(url: string, paths: string[], seconds: number): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < until; n += 1) {
    const startedAt = performance.now();
    await readPage(url + (paths[n % paths.length] ?? '/'), agent);
    times.push(performance.now() - startedAt);
    await pause(PAUSE_MS);
  }
  agent.destroy();
  return { count: times.length, p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** Reads a page that must be there. */
export function readPage(url: string, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', 'x-forwarded-for': '192.0.2.1' } }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url} was answered with ${answer.statusCode}.`));
      answer.resume().once('end', done).once('error', fail);
    }).once('error', fail);
  });
}
