/** The oldest Node that can start the commands and then download the one that they run on. */
var OLDEST = [20, 9];

/**
 * Prints a message and sets the exit code if this Node is too old even to download a newer one. It uses old
 * syntax so that an old Node can run it.
 * @returns {boolean} whether the command can continue.
 */
export function checkNode() {
  var version = process.versions.node.split('.').map(Number);
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return true;
  console.error(
    'Broadside needs Node ' +
      OLDEST.join('.') +
      ' or newer, but this is Node ' +
      process.versions.node +
      '. Install Node 24 from https://nodejs.org, then start again.',
  );
  process.exitCode = 1;
  return false;
}
