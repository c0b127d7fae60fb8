import { inspect } from 'node:util';

/*
 * What a running publication tells its operator: one line a record, with time and level, so that `journalctl`,
 * `grep` and log shippers can read it. Code anywhere uses `console.warn` and `console.error`, as Next does.
 */

export type Level = 'warn' | 'error';

/** A stack with its causes fits; a text that a stranger chose cannot fill the disk. */
const LONGEST_RECORD = 8000;
/** Would start another line, or control the terminal that shows it. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * Formats a record.
 * @param parts texts, errors and other values, as for `console.error`.
 * @returns such as `2026-11-27T21:30:00.123Z error SqliteError: disk I/O error | at …`, without a line break.
 */
export function formatRecord(level: Level, parts: readonly unknown[], at: Date): string {
  const said = parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ');
  const lines = said.split('\n').map((line) => line.replace(CONTROL, ' ').trim());
  const text = lines.filter((line) => line !== '').join(' | ');
  return `${at.toISOString()} ${level} ${text.slice(0, LONGEST_RECORD)}`;
}

/** Makes `console.warn` and `console.error` write records. @param write receives each line with its line break. */
export function recordConsole(write: (line: string) => void): void {
  for (const level of ['warn', 'error'] as const)
    console[level] = (...parts: unknown[]) => write(`${formatRecord(level, parts, new Date())}\n`);
}
