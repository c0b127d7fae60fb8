import { tokensOf } from '@/lib/search/index-text';

/** Longer than any Khmer cluster with its signs. */
const NEAR = 48;

/**
 * Returns the caret position one Khmer cluster away from `at`: a consonant with everything written under, over and
 * around it. Browsers stop within a cluster, before a subscript. Null where there is no cluster.
 */
export function clusterStep(text: string, at: number, step: -1 | 1): number | null {
  const start = Math.max(0, at - NEAR);
  const near = text.slice(start, at + NEAR);
  const inside = at - start + (step < 0 ? -1 : 0);
  if (!/[\u1780-\u17D3\u17DD]/.test(near.charAt(inside))) return null;
  const cluster = tokensOf(near).find((token) => token.start <= inside && inside < token.end);
  return cluster ? start + (step < 0 ? cluster.start : cluster.end) : null;
}
