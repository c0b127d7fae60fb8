/*
 * Settings for a small machine. By default, Node and glibc use memory to gain speed that a server behind a
 * cache does not need.
 */

/**
 * Options of Node and V8. With a heap of 256 MiB, V8 collects all of it each time that it has grown by 30 %, and what is
 * asked for meanwhile waits for 50 ms; more would take more memory.
 * @see https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib
 */
export const FRUGAL_OPTIONS = [
  '--max-old-space-size=256',
  '--max-semi-space-size=4',
  '--heap-growing-percent=40',
];

/** From this size on, memory is returned to the system as soon as it is free. */
const RETURNED_BYTES = String(256 * 1024);

/**
 * glibc's settings. Without a fixed threshold glibc raises its own to 32 MiB at the first large picture, and keeps what
 * pictures used: five pictures of 12 MP left 302 MiB in a process that needs 132, at the same processor time.
 * @see https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 * @see https://man7.org/linux/man-pages/man3/mallopt.3.html
 */
export const FRUGAL_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: RETURNED_BYTES,
  MALLOC_TRIM_THRESHOLD_: RETURNED_BYTES,
};
