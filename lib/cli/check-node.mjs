/** The oldest Node that can start the commands, and then fetch the one that they run on. */
var OLDEST = [20, 9];

/**
 * Says so, and sets the exit code, when this Node cannot even fetch a newer one. Old syntax, so that
 * an old Node can say it.
 * @returns {boolean} whether the command can go on.
 */
export function checkNode() {
  var version = process.versions.node.split('.').map(Number);
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return true;
  console.error(
    'Broadside needs Node ' +
      OLDEST.join('.') +
      ' or newer and this is ' +
      process.versions.node +
      ': install Node 24 from https://nodejs.org and start again.',
  );
  process.exitCode = 1;
  return false;
}
