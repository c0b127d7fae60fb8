import { join } from 'node:path';
import { environment } from '@/lib/settings/environment';
import { manageCommand, startCommand } from '@/lib/settings/operator-commands';
import { WrongSetting } from '@/lib/settings/wrong-setting';

/** Returns the reason for a failed start as one sentence with the remedy, or the error itself if no sentence fits. */
export function startFailureMessage(error: unknown): unknown {
  if (error instanceof WrongSetting) return error.message;
  if (!(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'EADDRINUSE')
    return `Port ${environment().port} is in use. Stop the program that uses it, or choose another port: PORT=3001 ${startCommand()}`;
  if (error.code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `Port ${environment().port} needs administrator rights. Choose a port above 1023, such as PORT=3000.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${environment().host} is not an address of this machine.`;
  if (typeof error.code === 'string') return sentenceOfDatabase(error.code) ?? error;
  return error;
}

/** @see https://www.sqlite.org/rescode.html */
function sentenceOfDatabase(code: string): string | null {
  if (!code.startsWith('SQLITE')) return null;
  const file = join(environment().dataDir, 'broadside.db');
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return `The database ${file} is damaged. Restore a backup with: ${manageCommand('restore <backup>')}`;
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test(code))
    return `The database ${file} cannot be written. Make it writable for this user.`;
  if (code === 'SQLITE_FULL')
    return `The disk that holds ${file} is full. Free some space, then start again.`;
  return null;
}
