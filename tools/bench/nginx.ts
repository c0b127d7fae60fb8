import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/process/free-port.mjs';
import { type Command, pinnedTo } from '@/tools/running/cores';
import { type Running, startProcess } from '@/tools/running/processes';
import type { Bench } from './bench';
import { get, getPage } from './get';

const READY_WITHIN_MS = 10_000;

/** A page of ours and the file in which nginx has the same bytes. */
export interface ServedPage {
  path: string;
  file: string;
}

/**
 * Starts a plain nginx with one worker on the core of our server, on files that contain our server's answers.
 * @returns its address and how to stop it.
 * @throws when it does not start or answers with other bytes than ours.
 */
export async function startNginx(
  bench: Bench,
  ourUrl: string,
  pages: ServedPage[],
): Promise<Running & { url: string }> {
  const prefix = join(bench.folder, 'nginx');
  mkdirSync(join(prefix, 'files'), { recursive: true });
  for (const page of pages) await keepBytes(ourUrl, page, join(prefix, 'files'));
  const port = await freePort();
  const configuration = join(prefix, 'nginx.conf');
  writeFileSync(configuration, configurationOf(port, prefix, hasGzipStatic(bench.tools.nginx)));
  const command: Command = [bench.tools.nginx, ['-p', prefix, '-c', configuration]];
  const running = startProcess(pinnedTo(bench.cores.serving, bench.cores, command), bench.cleanUp);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + READY_WITHIN_MS;
  // Refused until nginx listens.
  while (!(await get(url).catch(() => null))) {
    if (running.hasExited() || Date.now() > until)
      throw new Error(`nginx did not start:\n${running.output()}`);
    await pause(20);
  }
  for (const { path, file } of pages) await requireSameBytes(`${ourUrl}${path}`, `${url}/${file}`);
  return { ...running, url };
}

async function keepBytes(ourUrl: string, { path, file }: ServedPage, folder: string): Promise<void> {
  writeFileSync(join(folder, file), (await getPage(`${ourUrl}${path}`)).body);
  writeFileSync(join(folder, `${file}.gz`), (await getPage(`${ourUrl}${path}`, 'gzip')).body);
}

async function requireSameBytes(ours: string, theirs: string): Promise<void> {
  const [here, there] = [await getPage(ours, 'gzip'), await getPage(theirs, 'gzip')];
  if (!here.body.equals(there.body)) throw new Error(`nginx does not answer the same bytes as ${ours}.`);
}

function hasGzipStatic(nginx: string): boolean {
  // It prints this to stderr.
  const said = execFileSync('/bin/sh', ['-c', '"$0" -V 2>&1', nginx], { encoding: 'utf8' });
  return said.includes('http_gzip_static_module');
}

function configurationOf(port: number, prefix: string, hasModule: boolean): string {
  // Without the module, the compressed file itself is served.
  const compressed = hasModule
    ? 'gzip_static on;'
    : 'add_header Content-Encoding gzip; rewrite ^(.*)$ $1.gz break;';
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${prefix}/nginx.pid;
error_log stderr error;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 60;
  keepalive_requests 100000000;
  default_type text/html;
  types { application/xml xml; }
${folders.map((name) => `  ${name}_temp_path ${prefix}/${name};`).join('\n')}
  server {
    listen 127.0.0.1:${port};
    root ${prefix}/files;
    location / { ${compressed} }
  }
}
`;
}
