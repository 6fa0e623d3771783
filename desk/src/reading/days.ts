// A day is a day of the site's time zone, whatever the tablet thinks.
import { useState } from "../the_journal";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let found = formats.get(timeZone);
  if (!found) {
    // Swedish writes days as YYYY-MM-DD; only the digits are used, the words are our own.
    found = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(timeZone, found);
  }
  return found;
}

/** "2021-09-19" and "14:05" at the site. */
export function dayAndTime(at: string | number): { day: string; time: string } {
  const [day = "", time = ""] = format(useState().site?.timezone ?? "UTC")
    .format(new Date(at))
    .split(" ");
  return { day, time };
}

export function today(): string {
  return dayAndTime(Date.now()).day;
}
