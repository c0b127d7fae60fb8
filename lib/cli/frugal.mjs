/**
 * The environment for a server on a small machine. Node and glibc trade memory for speed that a
 * server behind a cache does not need: both together take about 50 of 300 MiB less.
 * @see https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib
 * @see https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */
export function frugal(env) {
  const options = [env.NODE_OPTIONS, '--max-semi-space-size=4'].filter(Boolean).join(' ');
  return { MALLOC_ARENA_MAX: '2', ...env, NODE_OPTIONS: options };
}
