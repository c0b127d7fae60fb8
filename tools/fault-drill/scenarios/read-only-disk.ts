import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Lab } from '../lab';
import { type Drill, type Scenario, type Seen, verdict } from '../scenario';
import { healthWithin } from './database-while-running';

const DISK_BYTES = 300 * 2 ** 20;
const NOT_HERE = 'needs root on Linux, and an ext4 disk of its own';
/** How long a sentence is in the table. */
const SHOWN = 120;

export const READ_ONLY_SCENARIOS: Scenario[] = [
  {
    name: 'disk read-only while running',
    promise:
      'saves, uploads and other changes are refused with a sentence; pages answered; /healthz names it; nothing is lost',
    run: becomeReadOnly,
  },
];

/** A disk in a file, with a file system that makes itself read-only when it is told of an error. */
class Ext4Disk {
  readonly #image: string;
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'broadside-disk-'));
    this.#image = `${this.folder}.img`;
    writeFileSync(this.#image, '');
    truncateSync(this.#image, DISK_BYTES);
    execFileSync('mkfs.ext4', ['-q', this.#image], { stdio: 'pipe' });
    this.mount();
  }

  mount() {
    execFileSync('mount', ['-o', 'loop', this.#image, this.folder], { stdio: 'pipe' });
  }

  /** As after an error that the file system found: files that are open stay open. */
  fail() {
    execFileSync('mount', ['-o', 'remount,abort', this.folder], { stdio: 'pipe' });
  }

  /** What an operator does: the check replays the journal. Nothing may have files open. */
  repair() {
    execFileSync('umount', [this.folder], { stdio: 'pipe' });
    // 1 says that errors were corrected.
    execFileSync('sh', ['-c', 'e2fsck -fp "$0" || [ $? -eq 1 ]', this.#image], { stdio: 'pipe' });
    this.mount();
  }

  remove() {
    execFileSync('umount', ['-l', this.folder], { stdio: 'pipe' });
    rmSync(this.folder, { recursive: true });
    rmSync(this.#image);
  }
}

async function becomeReadOnly({ cleanUp }: Drill): Promise<Seen> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { seen: NOT_HERE, isKept: null };
  let disk: Ext4Disk;
  try {
    disk = new Ext4Disk();
  } catch (error) {
    return { seen: `${NOT_HERE}: ${String(error).split('\n')[0]}`, isKept: null };
  }
  cleanUp.later(() => disk.remove());
  const lab = await Lab.make(cleanUp, disk.folder);
  const postId = lab.beginPost('Before');
  await lab.server.start();
  const version = await lab.save(postId, lab.draftOf(postId).version, 'Acknowledged');
  if (typeof version === 'string') throw new Error(`The first save failed: ${version}`);
  const before = await lab.ask('/');
  disk.fail();
  const faults: string[] = [];
  const said = await refusals(lab, postId, version, faults);
  await readOn(lab, before, faults);
  const health = await healthWithin(lab);
  if (health !== 503) faults.push(`/healthz says ${health}`);
  const named = await lab.ask('/healthz');
  await lab.server.stop('SIGTERM');
  disk.repair();
  await lab.server.start();
  const { headline, version: after } = lab.draftOf(postId);
  if (headline !== 'Acknowledged') faults.push(`the draft is “${headline}” afterwards`);
  const saved = await lab.save(postId, after, 'After');
  if (typeof saved === 'string') faults.push(`the next save fails: ${saved}`);
  const check = await lab.run('check');
  if (!check.isDone) faults.push(check.output);
  const parts = typeof named === 'string' ? named : named.text.trim().replaceAll('\n', '; ');
  return verdict(`${said}; pages: 200; /healthz: ${health}, “${parts}”`, faults);
}

/** Tries what writes. @returns what the author is told. */
async function refusals(lab: Lab, postId: number, version: number, faults: string[]): Promise<string> {
  const mark = { line: 'l'.repeat(21), sequence: 1 };
  const { writing } = JSON.parse((await textOf(lab, `/admin/posts/${postId}/draft`)) || '{}').value ?? {};
  const save = await lab.ask(`/admin/posts/${postId}/draft`, {
    method: 'PUT',
    body: JSON.stringify({ version, mark, writing: { ...writing, headline: 'Lost' } }),
  });
  const background = { r: 9, g: 99, b: 200 };
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
  const upload = await lab.ask('/admin/media/upload?name=a.png', {
    method: 'POST',
    body: new Uint8Array(picture),
    headers: { 'content-type': 'image/png' },
  });
  const told = Object.entries({ save, upload }).map(([what, answer]) => {
    if (typeof answer === 'string' || answer.status !== 503 || !/"message":"[^"]+"/.test(answer.text))
      faults.push(`${what}: ${typeof answer === 'string' ? answer : `${answer.status} ${answer.text}`}`);
    const text = typeof answer === 'string' ? answer : answer.text;
    return `${what}: “${(/"message":"([^"]+)"/.exec(text)?.[1] ?? text).slice(0, SHOWN)}”`;
  });
  return told.join('; ');
}

/** Asks for pages: one that was cached, and those that were not. */
async function readOn(lab: Lab, before: Awaited<ReturnType<Lab['ask']>>, faults: string[]): Promise<void> {
  const now = await lab.ask('/');
  if (typeof now === 'string' || typeof before === 'string' || now.text !== before.text)
    faults.push('the front page is another one');
  for (const path of ['/topics', '/archive', '/feed.xml', '/search?q=river', '/admin/posts', '/none']) {
    const status = await lab.statusOf(path);
    if (status !== (path === '/none' ? 404 : 200)) faults.push(`${path} answers ${status}`);
  }
}

async function textOf(lab: Lab, path: string): Promise<string> {
  const answer = await lab.ask(path);
  return typeof answer === 'string' ? '' : answer.text;
}
