import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePublication } from '@/tools/testing/served-publication';

/** More than the line of one network holds. */
const MANY = 60;
const BROWSER = { headers: { accept: 'text/html,*/*;q=0.8' } };

let served: Awaited<ReturnType<typeof servePublication>>;
let version: number;
/** The targets that Next renders or rendered, in order. */
let rendered: string[];
/** Ends the rendering under way; null while Next answers at once. */
let gate: { open: () => void; ended: Promise<void> } | null;
let mostAtOnce: number;

beforeEach(async () => {
  version = 1;
  rendered = [];
  gate = null;
  mostAtOnce = 0;
  let atOnce = 0;
  served = await servePublication({
    currentVersion: () => version,
    next: async ({ url }, response) => {
      rendered.push(String(url));
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await gate?.ended;
      atOnce -= 1;
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>version ${version}</p>`);
    },
  });
});
afterEach(() => served.close());

function closeGate() {
  let open: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    open = done;
  });
  gate = { open, ended };
  return gate;
}

/** Requests more different pages than the queue takes, while none is finished. @returns what ends them. */
async function flood(prefix = '/page/') {
  const { open } = closeGate();
  let isFull: () => void = () => undefined;
  const full = new Promise<void>((done) => {
    isFull = done;
  });
  const statuses = Array.from({ length: MANY }, async (_, n) => {
    const { status } = await served.ask(`${prefix}${n}`);
    if (status === 503) isFull();
    return status;
  });
  await full;
  return async () => {
    open();
    return Promise.all(statuses);
  };
}

test('beyond the longest line, pages answer 503 in the language of the path; nothing else waits', async () => {
  for (const path of ['/kept', '/dark/kept']) expect((await served.ask(path)).status).toBe(200);
  const end = await flood();

  const busy = await served.ask('/another', BROWSER);
  expect(busy.status).toBe(503);
  expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0);
  expect(busy.headers['cache-control']).toBe('no-store');
  expect(busy.headers['x-content-type-options']).toBe('nosniff');
  expect(busy.body).toContain('<html lang="en">');
  expect(busy.body).toContain('<h1>Too many requests at the moment</h1>');
  const inKhmer = await served.ask('/km/another', BROWSER);
  expect(inKhmer.body).toContain('<html lang="km">');
  expect(inKhmer.headers['content-language']).toBe('km');
  const program = await served.ask('/one-more');
  expect(program.headers['content-type']).toMatch('text/plain');
  expect(program.headers['retry-after']).toBe(busy.headers['retry-after']);

  for (const path of ['/kept', '/dark/kept', '/healthz'])
    expect((await served.ask(path)).status, path).toBe(200);
  expect((await served.ask('/media/none.jpg')).status).toBe(404);

  const statuses = await end();
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect((await served.ask('/another')).status).toBe(200);
});

test('pages are rendered one at a time', async () => {
  await Promise.all(['/a', '/b', '/text/c', '/d/copy.html'].map((path) => served.ask(path)));
  expect(mostAtOnce).toBe(1);
});

test('a page that waited while something was published shows it, and is cached so', async () => {
  const { open } = closeGate();
  const first = served.ask('/first');
  // Requests on two connections may arrive in either order.
  while (rendered.length === 0) await new Promise((done) => setImmediate(done));
  const waited = served.ask('/waited');
  // It is in the queue once the server has answered a later request.
  await served.ask('/healthz');
  version = 2;
  open();
  await first;
  expect((await waited).body).toContain('version 2');
  const before = rendered.length;
  expect((await served.ask('/waited')).body).toContain('version 2');
  expect(rendered).toHaveLength(before);
});
