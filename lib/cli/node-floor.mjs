/** The oldest Node that Broadside runs on. */
export const NODE_FLOOR = 22;
/** The Node that is fetched or recommended where an older one is. */
export const PREFERRED_NODE = 24;

/** Whether this Node is new enough to run Broadside. */
export function isNodeSupported() {
  return Number(process.versions.node.split('.', 1)[0]) >= NODE_FLOOR;
}

/** What to install where this Node is too old. */
export function installSentence() {
  return `Broadside runs on Node ${NODE_FLOOR} or newer and this is ${process.versions.node}: install Node ${PREFERRED_NODE} from https://nodejs.org and start again.`;
}
