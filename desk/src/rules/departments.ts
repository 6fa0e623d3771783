// The ten departments of Haiti by their official place codes; names of places are the same in every language but one's own.

export const DEPARTMENTS = [
  "HT01",
  "HT02",
  "HT03",
  "HT04",
  "HT05",
  "HT06",
  "HT07",
  "HT08",
  "HT09",
  "HT10",
] as const;

export type Department = (typeof DEPARTMENTS)[number];
