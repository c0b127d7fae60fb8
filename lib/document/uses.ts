import type { Body, BodyNode } from './types';

/** The ids of the pictures, recordings and films that a body shows, each once, in order. */
export function mediaIdsIn(body: Body): string[] {
  const ids = new Set<string>();
  collect(body, ids);
  return [...ids];
}

function collect(node: BodyNode, ids: Set<string>) {
  for (const id of [node.attrs?.mediaId, node.attrs?.poster]) if (typeof id === 'string') ids.add(id);
  for (const child of node.content ?? []) collect(child, ids);
}
