import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MS = 250;

/**
 * Calls `stop` once when the npm that started this process has ended. A supervisor that stops npm reaches
 * only npm: npm passes SIGTERM to its shell, the shell ends without passing it on, and SIGHUP and SIGKILL end
 * npm while the shell keeps running.
 * @param {() => void} stop
 */
export function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const shell = process.ppid;
  // Some shells become the program that they run; then npm is the parent itself.
  const npm = isShell(shell) ? parentOf(shell) : null;
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === null || isAlive(npm))) return;
    clearInterval(timer);
    stop();
  }, EVERY_MS);
  timer.unref();
}

/** @param {number} pid */
function isShell(pid) {
  const name = process.platform === 'linux' ? readFileSync(`/proc/${pid}/comm`, 'utf8') : askPs('comm=', pid);
  return /(?:^|[/-])(?:sh|bash|dash|ash|zsh|busybox)$/.test(name.trim());
}

/**
 * @param {number} pid
 * @returns null where the system does not report it, or the process is the first one.
 */
function parentOf(pid) {
  const parent = process.platform === 'linux' ? parentOnLinux(pid) : parentByPs(pid);
  return parent > 1 ? parent : null;
}

/**
 * @param {number} pid
 * @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
 */
function parentOnLinux(pid) {
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** @param {number} pid */
function parentByPs(pid) {
  return Number(askPs('ppid=', pid));
}

/**
 * @param {string} column
 * @param {number} pid
 */
function askPs(column, pid) {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
}

/**
 * Returns whether a process with this ID exists.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
