// What a ring opens at a moment: walls that a shift alone opens close when it ends, also where no hub is near.

import type { Ring } from "./ring";

/** The ring with what it opens now; null where the shift was all of it. */
export function inForce(ring: Ring, now: number): Ring | null {
  if (overAt(ring) <= now) return null;
  const walls = Object.entries(ring.walls).filter(([wall]) => endOf(ring, wall) > now);
  return { ...ring, walls: Object.fromEntries(walls) };
}

/** When nothing of it is open any more: infinitely far where some of it is for good. */
export function overAt(ring: Ring): number {
  const walls = Object.keys(ring.walls);
  return walls.length > 0 ? Math.max(...walls.map((wall) => endOf(ring, wall))) : Number.POSITIVE_INFINITY;
}

/** When the next of its walls closes; infinitely far where none does. */
export function closesAt(ring: Ring, now: number): number {
  const ends = Object.keys(ring.walls).map((wall) => endOf(ring, wall));
  return Math.min(...ends.filter((end) => end > now), Number.POSITIVE_INFINITY);
}

function endOf({ until }: Ring, wall: string): number {
  const end = until?.[wall as keyof Ring["walls"]];
  return end === undefined ? Number.POSITIVE_INFINITY : Date.parse(end);
}
