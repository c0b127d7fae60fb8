/**
 * Returns how the operator runs the tool of this program: a clone has npm, an archive only Node.
 * @param verb with its arguments, as “backup”.
 */
export function manageCommand(verb: string): string {
  return isArchive() ? `node broadside.mjs manage ${verb}` : `npm run manage -- ${verb}`;
}

/** Returns how the operator starts this program. */
export function startCommand(): string {
  return isArchive() ? 'node broadside.mjs' : 'npm start';
}

/**
 * Returns whether the program is an archive, as the archive's launcher sets. @see
 * lib/cli/release-launcher.mjs
 */
function isArchive(): boolean {
  return Boolean(process.env.BROADSIDE_ARCHIVE);
}
