// Lanes of a crossing: people come through side by side, each lane with a queue of its own.

export interface Outside {
  id: string;
  clock: string;
  lane: string | null;
  people: number;
}

/**
 * Of every count of those who wait outside, the one of each lane that stands. null is the site as one queue: whoever
 * counted that last counted all lanes, and a lane's later count ends it.
 */
export function waitingOutside<T extends Outside>(counts: Iterable<T>): T[] {
  const later = (a: Outside, b: Outside) => a.clock > b.clock || (a.clock === b.clock && a.id > b.id);
  const newest = new Map<string | null, T>();
  for (const one of counts) {
    const before = newest.get(one.lane);
    if (!before || later(one, before)) newest.set(one.lane, one);
  }
  const whole = newest.get(null);
  newest.delete(null);
  const ofLanes = [...newest.values()];
  return whole && ofLanes.every((one) => later(whole, one)) ? [whole] : ofLanes;
}
