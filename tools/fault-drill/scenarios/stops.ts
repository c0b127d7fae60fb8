import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const CLIENTS = 16;
const LOAD_MS = 600;
/** A client whose connection was refused asks nobody: the request was never accepted. */
const NEVER_ACCEPTED = new Set(['ECONNREFUSED']);

export const STOP_SCENARIOS: Scenario[] = [
  {
    name: 'SIGTERM under load',
    promise: 'no accepted request is cut, the process ends with 0, and every acknowledged save is there',
    run: stopUnderLoad,
  },
];

async function stopUnderLoad({ rounds, cleanUp }: Drill) {
  const lab = await Lab.make(cleanUp);
  const postId = lab.beginPost('Before');
  const faults: string[] = [];
  const times = Math.max(1, Math.ceil(rounds / 4));
  let answered = 0;
  for (let round = 0; round < times; round += 1) {
    await lab.server.start();
    // The first answers load code, which has nothing to do with the stop.
    for (const path of ['/', '/search?q=first']) await lab.statusOf(path);
    const clients = Array.from({ length: CLIENTS }, (_, n) => askUntilStopped(lab, n));
    const saves = saveUntilStopped(lab, postId);
    await pause(LOAD_MS);
    const code = await lab.server.stop('SIGTERM');
    if (code !== 0) faults.push(`round ${round}: exit code ${code}`);
    for (const client of await Promise.all(clients)) {
      answered += client.answered;
      faults.push(...client.cuts.map((cut) => `round ${round}: ${cut}`));
    }
    const last = await saves;
    if (lab.draftOf(postId).version < last) faults.push(`round ${round}: an acknowledged save is not there`);
  }
  return verdict(`${times} stops, ${CLIENTS} clients, ${answered} requests answered`, faults);
}

/** Sends requests one after another, each on a new connection, as readers' browsers do. */
async function askUntilStopped(lab: Lab, number: number) {
  const cuts: string[] = [];
  let answered = 0;
  for (let n = 0; ; n += 1) {
    const path = n % 3 === 0 ? `/search?q=w${number}x${n}` : '/';
    const end = await ask(`${lab.server.url}${path}`);
    if (end === 'whole') answered += 1;
    else if (NEVER_ACCEPTED.has(end)) return { answered, cuts };
    else {
      cuts.push(`${path}: ${end}`);
      return { answered, cuts };
    }
  }
}

/** @returns `whole`, or the code of the error. */
function ask(url: string): Promise<string> {
  const agent = new Agent({ keepAlive: false });
  return new Promise((done) => {
    const fail = (error: NodeJS.ErrnoException) => done(error.code ?? error.message);
    const sent = request(url, { agent }, (answer) => {
      answer.on('error', fail);
      answer.on('end', () => done(answer.complete ? 'whole' : 'incomplete'));
      answer.resume();
    });
    sent.on('error', fail);
    sent.end();
  });
}

async function saveUntilStopped(lab: Lab, postId: number): Promise<number> {
  let { version } = lab.draftOf(postId);
  for (;;) {
    const saved = await lab.save(postId, version, `Save after ${version}`);
    if (typeof saved === 'string') return version;
    version = saved;
  }
}
