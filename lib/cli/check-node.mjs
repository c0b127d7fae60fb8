/** The oldest Node that can run Broadside; package.json says the same. */
var OLDEST = [20, 9];

/**
 * Says so, and sets the exit code, when this Node is too old. Old syntax, so that an old Node can say it.
 * @returns {boolean} whether it is new enough.
 */
export function checkNode() {
  var version = process.versions.node.split('.').map(Number);
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return true;
  console.error(
    'Broadside needs Node ' +
      OLDEST.join('.') +
      ' or newer and this is ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org and start again.',
  );
  process.exitCode = 1;
  return false;
}
