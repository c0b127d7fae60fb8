import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { z } from 'zod';
import type { Random } from '@/tools/running/random';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const SIDE_PX = 700;
const Uploaded = z.object({
  value: z.object({
    media: z.object({ id: z.string(), renditions: z.array(z.object({ file: z.string() })) }),
  }),
});
type Medium = z.infer<typeof Uploaded>['value']['media'];

export const UPLOAD_SCENARIOS: Scenario[] = [
  {
    name: 'server killed during uploads',
    promise: 'every acknowledged picture is served whole; nothing else is; `check` is sound',
    run: (drill) => killDuring(drill, null),
  },
  {
    name: 'server killed during replacements',
    promise: 'one of the two pictures is served whole and the other is not; `check` is sound',
    run: (drill) => killDuring(drill, 'replacement'),
  },
];

async function killDuring({ rounds, random, cleanUp }: Drill, what: 'replacement' | null) {
  const lab = await Lab.make(cleanUp);
  const faults: string[] = [];
  const everServed = new Set<string>();
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    await lab.server.start();
    const startedAt = performance.now();
    const first = await upload(lab, random);
    if (!first) throw new Error('A picture could not be uploaded.');
    for (const address of addressesOf(first)) everServed.add(address);
    const tookMs = performance.now() - startedAt;
    const sent = upload(lab, random, what ? first.id : undefined);
    // The first one also loads the code, so that some kills come after the answer.
    await pause(random.next() * tookMs);
    await lab.server.stop('SIGKILL');
    const answer = await sent;
    if (answer) for (const address of addressesOf(answer)) everServed.add(address);
    if (answer) acknowledged += 1;
    await lab.server.start();
    faults.push(...(await wrongAddresses(lab, everServed)).map((fault) => `round ${round}: ${fault}`));
    const check = await lab.run('check');
    if (!check.isDone) faults.push(`round ${round}: ${check.output}`);
    await lab.server.stop('SIGTERM');
  }
  return verdict(
    `${rounds} kills, ${acknowledged} acknowledged, ${everServed.size} addresses looked at`,
    faults,
  );
}

/** Uploads a picture that no other is like. @returns null when it was not acknowledged. */
async function upload(lab: Lab, random: Random, replaces?: string): Promise<Medium | null> {
  const pixels = Buffer.from(Array.from({ length: SIDE_PX * SIDE_PX }, () => random.between(0, 255)));
  const raw = { width: SIDE_PX, height: SIDE_PX, channels: 1 as const };
  const bytes = await sharp(pixels, { raw }).jpeg().toBuffer();
  const query = new URLSearchParams({ name: 'noise.jpg', ...(replaces ? { replaces } : {}) });
  const answer = await lab.ask(`/admin/media/upload?${query}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'image/jpeg' },
  });
  if (typeof answer === 'string' || answer.status !== 200) return null;
  return Uploaded.parse(JSON.parse(answer.text)).value.media;
}

const addressesOf = ({ id, renditions }: Medium) => renditions.map(({ file }) => `/media/${id}/${file}`);

/** Compares what is served with what the rows own. */
async function wrongAddresses(lab: Lab, addresses: Set<string>): Promise<string[]> {
  const owned = new Map<string, number>(
    lab
      .withDatabase((db) => db.query.media.findMany().sync())
      .flatMap(({ id, renditions }) =>
        renditions.map(({ file, bytes }) => [`/media/${id}/${file}`, bytes] as const),
      ),
  );
  const faults: string[] = [];
  for (const address of new Set([...addresses, ...owned.keys()])) {
    const answer = await fetch(lab.server.url + address);
    const { byteLength } = await answer.arrayBuffer();
    const expected = owned.get(address);
    if (expected === undefined && answer.status === 200)
      faults.push(`${address} is served, and no row owns it`);
    if (expected !== undefined && (answer.status !== 200 || byteLength !== expected))
      faults.push(`${address} answers ${answer.status} with ${byteLength} of ${expected} bytes`);
  }
  return faults;
}
