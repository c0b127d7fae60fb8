/** The oldest Node that Broadside runs on. */
export const NODE_FLOOR = 22;
/** The Node version that is downloaded or recommended in place of an older one. */
export const PREFERRED_NODE = 24;

/** Returns whether this Node is new enough to run Broadside. */
export function isNodeSupported() {
  return Number(process.versions.node.split('.', 1)[0]) >= NODE_FLOOR;
}

/** Returns what to install if this Node is too old. */
export function installSentence() {
  return `Broadside needs Node ${NODE_FLOOR} or newer, but this is Node ${process.versions.node}. Install Node ${PREFERRED_NODE} from https://nodejs.org, then start again.`;
}
