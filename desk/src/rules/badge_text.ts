// What a worker's badge says to a scanner.

export interface Badge {
  worker: string;
  secret: string;
}

const WORKER = /^AW:([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):([A-Z2-7]{24})$/;

/** Null where it is no worker's badge. Some hand-held scanners type small letters. */
export function parseBadge(text: string): Badge | null {
  const [, worker, secret] = WORKER.exec(text.trim().toUpperCase()) ?? [];
  return worker && secret ? { worker: worker.toLowerCase(), secret } : null;
}
