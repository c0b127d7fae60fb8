import { pinnedTo } from '@/tools/running/cores';
import { Server } from '@/tools/running/server';
import type { Bench } from './bench';

/**
 * Prepares the server of a data folder, pinned to the serving core and stopped at the end, for requests of `wrk` by IP
 * address.
 */
export async function prepareHeld({ cores, cleanUp }: Bench, dataDir: string): Promise<Server> {
  const held = (command: Parameters<typeof pinnedTo>[2]) => pinnedTo(cores.serving, cores, command);
  const server = await Server.prepare(dataDir, { host: '127.0.0.1', held });
  server.stopAtTheEnd(cleanUp);
  return server;
}
