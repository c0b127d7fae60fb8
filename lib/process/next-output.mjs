/** Where Next writes a build, and where a release keeps it. */
export const NEXT_OUTPUT = '.next-build';
