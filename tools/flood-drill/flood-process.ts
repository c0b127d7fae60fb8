import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { FLOODS, type FloodRequest } from './floods';
import { HAS_BEGUN, Order } from './order';

/*
 * Floods a publication from a process of its own, so that the clients of the flood take no time from the
 * client that is measured. The order is in a file; the counts of the answers are printed at the end.
 */

const answers: Record<string, number> = {};
let count = 0;

void flood();

async function flood(): Promise<void> {
  const order = Order.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
  const kind = FLOODS.find(({ name }) => name === order.name);
  if (!kind) throw new Error(`No flood is called ${order.name}.`);
  console.log(HAS_BEGUN);
  const until = performance.now() + order.seconds * 1000;
  const clients = Array.from({ length: kind.clients }, async (_, client) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() < until) {
      const wanted = kind.request(count++, order.targets);
      const answer = await ask(order.url, wanted, { agent, address: `203.0.113.${client + 1}` });
      if (answer.location?.startsWith('/share/'))
        await ask(order.url, { path: answer.location }, { agent, address: `203.0.113.${client + 1}` });
    }
    agent.destroy();
  });
  await Promise.all(clients);
  console.log(JSON.stringify(answers));
}

/** Sends a request, and reads the answer to its end. */
async function ask(
  url: string,
  { path, action, fields }: FloodRequest,
  from: { agent: Agent; address: string },
) {
  const form = action && fields ? await actionForm(fields) : null;
  const headers = {
    'x-forwarded-for': action ? anyAddress() : from.address,
    'accept-encoding': 'gzip',
    ...(form && { 'next-action': action, origin: url, 'content-type': form.type }),
  };
  return new Promise<{ location: string | undefined }>((done) => {
    const sent = httpRequest(
      url + path,
      { agent: from.agent, method: form ? 'POST' : 'GET', headers },
      (answer) => {
        record(String(answer.statusCode));
        answer.resume().once('close', () => done({ location: answer.headers.location }));
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) => {
      record(error.code ?? error.message);
      done({ location: undefined });
    });
    sent.end(form?.body);
  });
}

function record(outcome: string): void {
  answers[outcome] = (answers[outcome] ?? 0) + 1;
}

/** Whoever signs in from one address is soon told to wait, before anything is hashed. */
function anyAddress(): string {
  return `198.51.${count % 256}.${Math.floor(count / 256) % 256}`;
}

/** Encodes a form as React sends it to a server action. */
async function actionForm(fields: Record<string, string>): Promise<{ type: string; body: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`1_${name}`, value);
  form.append('0', '["$K1"]');
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? '';
  return { type, body: Buffer.from(await encoded.arrayBuffer()) };
}
