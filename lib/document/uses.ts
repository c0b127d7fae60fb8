import type { Body, BodyNode } from './types';

/** The ids of the pictures that a body shows, each once, in order. */
export function mediaIdsIn(body: Body): string[] {
  const ids = new Set<string>();
  collect(body, ids);
  return [...ids];
}

function collect(node: BodyNode, ids: Set<string>) {
  if (node.type === 'figure' && typeof node.attrs?.mediaId === 'string') ids.add(node.attrs.mediaId);
  for (const child of node.content ?? []) collect(child, ids);
}
