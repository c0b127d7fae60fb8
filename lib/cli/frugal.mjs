/*
 * Settings for a small machine. By default, Node and glibc use memory to gain speed that a server behind a
 * cache does not need.
 */

/**
 * Node's options.
 * @see https://nodejs.org/api/cli.html#--max-semi-space-sizesize-in-mib
 */
export const FRUGAL_OPTIONS = ['--max-old-space-size=256', '--max-semi-space-size=4'];

/**
 * glibc's settings.
 * @see https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html
 */
export const FRUGAL_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };
