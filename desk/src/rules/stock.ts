// For how many more people an item lasts, and until when at the rate of the last hour.

const HOUR_S = 3600;

/** What was given of an item during an hour: so many pieces to so many people, and others without cards. */
export interface Rate {
  people: number;
  pieces: number;
  to_many: number;
}

export interface Enough {
  people: number;
  /** null: nothing is going. */
  lasts_s: number | null;
}

/** Where nothing was given to people for an hour, one person takes one. */
export function enough(onHand: number, { people, pieces, to_many }: Rate): Enough {
  const left = Math.max(0, onHand);
  const anHour = pieces + to_many;
  return {
    people: pieces ? Math.floor((left * people) / pieces) : left,
    lasts_s: anHour ? Math.floor((left * HOUR_S) / anHour) : null,
  };
}
