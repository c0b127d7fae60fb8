/** Where Next builds, and where a release has what it has built. */
export const NEXT_OUTPUT = '.next-build';
