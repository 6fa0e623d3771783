// What badges say to a scanner: a worker's own, and one that makes a volunteer for a day.

export interface Badge {
  worker: string;
  secret: string;
}

export interface DayBadgeText {
  number: number;
  secret: string;
}

const WORKER = /^AW:([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):([A-Z2-7]{24})$/;

const DAY = /^AD:([1-9][0-9]{0,5}):([A-Z2-7]{24})$/;

/** Number and secret of a day badge; null where it is none. */
export function parseDayBadge(text: string): DayBadgeText | null {
  const [, number, secret] = DAY.exec(text.trim().toUpperCase()) ?? [];
  return number && secret ? { number: Number(number), secret } : null;
}

/** Null where it is no worker's badge. Some hand-held scanners type small letters. */
export function parseBadge(text: string): Badge | null {
  const [, worker, secret] = WORKER.exec(text.trim().toUpperCase()) ?? [];
  return worker && secret ? { worker: worker.toLowerCase(), secret } : null;
}
