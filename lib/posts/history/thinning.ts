const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How close restore points may stand, by their age: ten minutes for a day, an hour for a week, a day for a quarter, then a week. */
const STEPS = [
  { upToAgeMs: DAY_MS, apartMs: 10 * MINUTE_MS },
  { upToAgeMs: 7 * DAY_MS, apartMs: HOUR_MS },
  { upToAgeMs: 91 * DAY_MS, apartMs: DAY_MS },
  { upToAgeMs: Number.POSITIVE_INFINITY, apartMs: 7 * DAY_MS },
];

/** So many restore points of a post at the most, beside those with a name. */
export const MAX_POINTS = 250;
/** And so many bytes of bodies. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** What thinning needs to know of a restore point. */
export interface ThinningPoint {
  id: number;
  /** Epoch ms. */
  createdAt: number;
  /** One with a name stays for ever. */
  isNamed: boolean;
  /** One made before a large change stays for a day, however close it stands to others. */
  isBeforeChange: boolean;
  bytes: number;
}

/**
 * Which restore points to let go, now: of those that stand too close for their age, the newest stays; past
 * the bounds of one post, the oldest go. Thinning again lets none go.
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

/** The stretch of time in which one restore point is enough; null for one that none replaces. */
function slotOf({ createdAt, isBeforeChange }: ThinningPoint, now: number): string | null {
  const age = now - createdAt;
  if (isBeforeChange && age < DAY_MS) return null;
  const apartMs = STEPS.find((step) => age < step.upToAgeMs)?.apartMs ?? DAY_MS;
  return `${apartMs}:${Math.floor(createdAt / apartMs)}`;
}
