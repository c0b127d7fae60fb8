import type { Body, BodyNode } from './types';

/** Returns the ids of the pictures, audio files and videos in a body, each once, in order. */
export function mediaIdsIn(body: Body): string[] {
  const ids = new Set<string>();
  collect(body, ids);
  return [...ids];
}

function collect(node: BodyNode, ids: Set<string>) {
  for (const id of [node.attrs?.mediaId, node.attrs?.poster]) if (typeof id === 'string') ids.add(id);
  for (const child of node.content ?? []) collect(child, ids);
}
