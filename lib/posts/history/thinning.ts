const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * The minimum distance between restore points, by their age: ten minutes for a day, an hour for a week, a day
 * for a quarter, then a week.
 */
const STEPS = [
  { upToAgeMs: DAY_MS, apartMs: 10 * MINUTE_MS },
  { upToAgeMs: 7 * DAY_MS, apartMs: HOUR_MS },
  { upToAgeMs: 91 * DAY_MS, apartMs: DAY_MS },
  { upToAgeMs: Number.POSITIVE_INFINITY, apartMs: 7 * DAY_MS },
];

/** The maximum number of restore points of a post, not counting named ones. */
export const MAX_POINTS = 250;
/** The maximum total size of their bodies. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** The facts about a restore point that thinning needs. */
export interface ThinningPoint {
  id: number;
  /** Epoch ms. */
  createdAt: number;
  /** A named restore point is never thinned. */
  isNamed: boolean;
  /** A restore point made before a large change stays for a day, however close it is to others. */
  isBeforeChange: boolean;
  bytes: number;
}

/**
 * Returns which restore points to delete at `now`: of those too close for their age, the newest stays; beyond
 * the limits of one post, the oldest are deleted. Thinning again deletes none.
 */
export function pointsToThin(points: ThinningPoint[], now: number): number[] {
  const newestFirst = [...points].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
  const kept = new Set<string>();
  const gone: number[] = [];
  let [count, bytes] = [0, 0];
  for (const point of newestFirst) {
    if (point.isNamed) continue;
    const slot = slotOf(point, now);
    const isTooClose = slot !== null && kept.has(slot);
    const isTooMuch = count > 0 && (count >= MAX_POINTS || bytes + point.bytes > MAX_BYTES);
    if (isTooClose || isTooMuch) {
      gone.push(point.id);
      continue;
    }
    if (slot !== null) kept.add(slot);
    count += 1;
    bytes += point.bytes;
  }
  return gone;
}

/**
 * Returns the period for which one restore point is enough; null for a restore point that no other replaces.
 */
function slotOf({ createdAt, isBeforeChange }: ThinningPoint, now: number): string | null {
  const age = now - createdAt;
  if (isBeforeChange && age < DAY_MS) return null;
  const apartMs = STEPS.find((step) => age < step.upToAgeMs)?.apartMs ?? DAY_MS;
  return `${apartMs}:${Math.floor(createdAt / apartMs)}`;
}
