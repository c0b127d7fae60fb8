import { expect, test } from 'vitest';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { sendFile } from './send-file';
import { UploadQueue } from './upload-queue';
import { type Sent, UploadRejected } from './upload-rejected';

const media = { id: 'a' } as MediaFacts;
const sent: Sent = { media, isKnown: false };
const file = (name: string) => new File(['x'], name);

/** Creates a server that answers when the test says so. */
function slowServer() {
  const asked: {
    name: string;
    done: (sent: Sent) => void;
    fail: (error: Error) => void;
    signal: AbortSignal;
  }[] = [];
  const send: typeof sendFile = ({ name }, { signal }) =>
    new Promise((done, fail) => asked.push({ name, done, fail, signal }));
  return { asked, queue: new UploadQueue(send) };
}

const settled = () => new Promise((done) => setImmediate(done));

test('three files are sent at once, and the next one when one is done', async () => {
  const { asked, queue } = slowServer();
  for (const name of ['1', '2', '3', '4', '5']) queue.add(file(name));
  expect(asked.map(({ name }) => name)).toEqual(['1', '2', '3']);
  asked[1]?.done(sent);
  await settled();
  expect(asked.map(({ name }) => name)).toEqual(['1', '2', '3', '4']);
  expect(queue.snapshot().map(({ state }) => state)).toEqual([
    'sending',
    'done',
    'sending',
    'sending',
    'waiting',
  ]);
});

test('a failed file does not stop the others, says why, and can be tried again', async () => {
  const { asked, queue } = slowServer();
  const taken: MediaFacts[] = [];
  const id = queue.add(file('1'), { onDone: (facts) => taken.push(facts) });
  queue.add(file('2'));
  asked[0]?.fail(new UploadRejected('This picture is damaged.'));
  asked[1]?.done(sent);
  await settled();
  expect(queue.snapshot()).toMatchObject([
    { state: 'refused', message: 'This picture is damaged.' },
    { state: 'done' },
  ]);
  queue.retry(id);
  asked[2]?.done(sent);
  await settled();
  expect(taken).toEqual([media]);
});

test('a file that did not reach the server can be sent again on request, and a refused one cannot', async () => {
  const { asked, queue } = slowServer();
  queue.add(file('1'));
  queue.add(file('2'));
  asked[0]?.fail(new UploadRejected('', 'unreachable'));
  asked[1]?.fail(new UploadRejected('No.'));
  await settled();
  queue.retryUnreachable();
  expect(asked.map(({ name }) => name)).toEqual(['1', '2', '1']);
});

test('a file that its author removes is stopped and does not report success', async () => {
  const { asked, queue } = slowServer();
  let wasLeft = false;
  let isDone = false;
  const id = queue.add(file('1'), {
    onDone: () => {
      isDone = true;
    },
    onLeft: () => {
      wasLeft = true;
    },
  });
  queue.leave(id);
  expect(asked[0]?.signal.aborted).toBe(true);
  asked[0]?.fail(new UploadRejected('', 'unreachable'));
  await settled();
  expect([wasLeft, isDone, queue.snapshot()]).toEqual([true, false, []]);
});

test('a file over a limit is refused, and is not sent again automatically', async () => {
  const { asked, queue } = slowServer();
  const id = queue.add(file('1'));
  asked[0]?.fail(new UploadRejected('', 'tooLarge'));
  await settled();
  expect(queue.snapshot()).toMatchObject([{ state: 'refused', obstacle: 'tooLarge' }]);
  queue.retryUnreachable();
  expect(asked).toHaveLength(1);
  queue.retry(id);
  expect(queue.snapshot()).toMatchObject([{ state: 'sending', obstacle: null }]);
});

test('another file takes the place of one that was refused for good', async () => {
  const { asked, queue } = slowServer();
  const taken: MediaFacts[] = [];
  const id = queue.add(file('letter.jpg'), { replaces: 'old', onDone: (facts) => taken.push(facts) });
  asked[0]?.fail(new UploadRejected('No picture.', null, { isFinal: true }));
  await settled();
  expect(queue.snapshot()).toMatchObject([{ state: 'refused', isFinal: true }]);
  queue.choose(id, file('river.jpg'));
  expect(queue.snapshot()).toMatchObject([{ id, name: 'river.jpg', state: 'sending', isFinal: false }]);
  asked[1]?.done(sent);
  await settled();
  expect([asked[1]?.name, taken]).toEqual(['river.jpg', [media]]);
});
