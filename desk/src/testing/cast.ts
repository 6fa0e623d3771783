// The small invented cast that every test of the desk knows: a site, three workers, one series of cards, a family.
import type { Draft } from "../journal/api";
import { checkDigit } from "../rules/check_digit";
import { bytesOfBase64, drawSeries, receptionId, rollId } from "../rules/series";

const id = (n: number) => `0190a5c0-0000-7000-8000-${String(n).padStart(12, "0")}`;

export const SITE = { id: id(1), code: "PAP", name: "Port-au-Prince", timezone: "America/Port-au-Prince" };
export const DEVICE = { id: id(2), label: "Tablet 7" };
const CLERK = {
  places: [
    "arrivals",
    "welcome",
    "count",
    "register",
    "serve",
    "leave",
    "trips",
    "households",
    "cards",
    "screen",
    "children",
    "board",
    "safety",
    "property",
  ],
  reads: ["reception", "assistance", "triage", "health", "child", "protection"],
  finds: true,
};
export const WORKERS = [
  { id: id(11), short_name: "Mirlande", languages: ["ht", "fr"], ...CLERK },
  { id: id(12), short_name: "Jude", languages: ["ht", "es"], ...CLERK },
  { id: id(13), short_name: "Sœur Anne", languages: ["fr"], ...CLERK },
];
/** Not among those of the site until a test says so. */
export const VOLUNTEER = {
  id: id(14),
  short_name: "Wilson",
  languages: ["ht"],
  places: ["welcome", "count", "serve", "leave", "trips", "safety", "property"],
  reads: ["reception", "assistance"],
  finds: false,
};
export const FLIGHT = id(21);
export const SECOND_FLIGHT = id(22);
export const SERIES = id(31);
export const KIT = id(41);
export const WATER = id(42);
export const BABY_KIT = id(43);
const SECRET = btoa("an invented secret of 32 bytes..");
const SITE_SECRET = btoa("the site's own secret, 32 bytes.");
export const ROLL_SIZE = 50;

/** The number of the k-th card of the series. */
export async function cardNumber(k: number): Promise<string> {
  const { order } = await drawSeries({ secret: bytesOfBase64(SECRET), count: 500 });
  const seven = `418${String(order[k]).padStart(4, "0")}`;
  return seven + checkDigit(seven);
}
export async function cardText(k: number): Promise<string> {
  const drawn = await drawSeries({ secret: bytesOfBase64(SECRET), count: 500 });
  return `A1:${await cardNumber(k)}:${drawn.frontToken(k)}`;
}
export async function receptionOf(k: number): Promise<string> {
  return receptionId(bytesOfBase64(SECRET), await cardNumber(k));
}
export function rollOf(k: number): Promise<string> {
  return rollId(bytesOfBase64(SECRET), Math.floor(k / ROLL_SIZE));
}

export const series: Draft[] = [
  {
    kind: "people.series",
    subject: SERIES,
    body: { name: "PAP-7", prefix: "418", secret: SECRET, count: 500, roll_size: ROLL_SIZE },
  },
  {
    kind: "people.series",
    subject: id(32),
    body: { name: "PAP", prefix: "", secret: SITE_SECRET, count: 0, roll_size: 1 },
  },
];

export const arrivals: Draft[] = [
  {
    kind: "arrivals.arrival",
    subject: FLIGHT,
    body: { how: "flight", label: "GXA 3301", status: "landed", landed_at: "2021-09-19T13:10:00Z" },
  },
  {
    kind: "arrivals.arrival",
    subject: SECOND_FLIGHT,
    body: { how: "flight", label: "GXA 3303", status: "announced", eta_at: "2021-09-19T18:40:00Z" },
  },
  {
    kind: "arrivals.expected",
    subject: FLIGHT,
    arrivals: [FLIGHT],
    body: { claim: "expected", said_by: "IOM", total: 99 },
  },
  {
    kind: "arrivals.expected",
    subject: FLIGHT,
    arrivals: [FLIGHT],
    body: { claim: "on_the_plane", said_by: "carrier", total: 98 },
  },
];

function line(n: number, family: string, given: string, sex: string, age: number, group: string): Draft {
  return {
    kind: "arrivals.line",
    subject: id(100 + n),
    arrivals: [FLIGHT],
    body: {
      manifest: id(99),
      arrival: FLIGHT,
      number: n,
      family_name: family,
      given_names: given,
      sex,
      age,
      family_group: group,
    },
  };
}
export const LINE_OF_ROSE = id(101);
export const lines: Draft[] = [
  line(1, "Pierre", "Rose-Laure", "female", 31, "F1"),
  line(2, "Pierre", "Wisly", "male", 34, "F1"),
  line(3, "Pierre", "Naïma", "female", 6, "F1"),
  line(4, "Pierre", "Kervens", "male", 1, "F1"),
  line(5, "Étienne", "Rosemond", "male", 29, "F2"),
];

function item(subject: string, names: Record<string, string>, once_per: string): Draft {
  return { kind: "assistance.item", subject, body: { names, once_per, icon: "box", is_active: true } };
}
export const items: Draft[] = [
  item(KIT, { ht: "Kit ijyèn", fr: "Kit d'hygiène", es: "Kit de higiene", en: "Hygiene kit" }, "person"),
  item(WATER, { ht: "Dlo", fr: "Eau", es: "Agua", en: "Water" }, "none"),
  item(BABY_KIT, { ht: "Kit tibebe", fr: "Kit bébé", es: "Kit de bebé", en: "Baby kit" }, "family"),
];

/** A day that has begun: cards, two flights, a list, three items; the first roll is open for the first flight. */
export async function aDay(): Promise<Draft[]> {
  const roll: Draft = {
    kind: "people.roll",
    subject: await rollOf(0),
    arrivals: [FLIGHT],
    body: { series: SERIES, number: 0, arrival: FLIGHT },
  };
  return [...series, ...arrivals, ...lines, ...items, roll];
}
