import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KINDS, type KindMeta } from "../contracts/kinds.gen";
import type { Fact, Wall } from "./api";
import { type FoldKind, Tables } from "./fold";
import { UPCASTS, type Upcasts } from "./upcasts";

const kinds: Record<string, FoldKind> = {
  "test.tally": { shape: "entry", version: 1, keep: "ledger", fields: ["count"], defaults: { count: 1 } },
  "test.note": { shape: "entry", version: 2, keep: "person", fields: ["note", "tone"] },
  "test.person": { shape: "revision", version: 1, keep: "person", fields: ["name", "age"] },
  "journal.void": { shape: "entry", version: 1, keep: "ledger", fields: ["target"] },
  "journal.decision": { shape: "entry", version: 1, keep: "ledger", fields: ["facts", "verdict"] },
  "journal.erase": { shape: "entry", version: 1, keep: "ledger", fields: ["reason"] },
};
const upcasts: Upcasts = { "test.note": { 1: (old) => ({ ...old, tone: "calm" }) } };

function fact(id: string, kind: string, body: unknown, over: Partial<Fact> = {}): Fact {
  return {
    id,
    kind,
    version: kinds[kind]?.version ?? 1,
    subject: "rose",
    wall: "reception",
    scope: { site: "pap", arrivals: [] },
    at: "2021-09-19T14:00:00.000Z",
    clock: "0000000000000001",
    device: "tablet",
    n: 1,
    worker: null,
    salt: body === null ? null : "00",
    digest: "00",
    body: body === null ? null : JSON.stringify(body),
    ...over,
  };
}

const folded = (...facts: Fact[]) => {
  const tables = new Tables(kinds, upcasts);
  tables.add(facts);
  return tables;
};

/** Everything the tables show, in a form that can be compared. */
function shown(tables: Tables, of = Object.keys(kinds)): unknown {
  return of.map((kind) => [
    [...tables.entries(kind).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...tables.records(kind).values()].sort((a, b) => (a.subject < b.subject ? -1 : 1)),
  ]);
}

describe("entries", () => {
  test("one fact is one row, however often it comes", () => {
    const tally = fact("a", "test.tally", { count: 5 });
    const tables = folded(tally, tally);
    expect(tables.entries("test.tally").get("a")).toMatchObject({ id: "a", subject: "rose", count: 5 });
    expect(tables.add([tally])).toBe(false);
  });

  test("a field that is left out is its kind's default, or empty", () => {
    expect(
      folded(fact("a", "test.tally", {}))
        .entries("test.tally")
        .get("a")?.count,
    ).toBe(1);
    expect(
      folded(fact("a", "test.note", { note: "x" }))
        .entries("test.note")
        .get("a")?.tone,
    ).toBe(null);
  });

  test("a void strikes it, before or after, but only from behind the same wall", () => {
    const tally = fact("a", "test.tally", { count: 5 });
    const voiding = fact("v", "journal.void", { target: "a" });
    expect(folded(tally, voiding).entries("test.tally").size).toBe(0);
    expect(folded(voiding, tally).entries("test.tally").size).toBe(0);
    expect(folded(tally, { ...voiding, wall: "child" }).entries("test.tally").size).toBe(1);
  });

  test("neither a void nor a revision can be voided", () => {
    const tally = fact("a", "test.tally", { count: 5 });
    const voiding = fact("v", "journal.void", { target: "a" });
    const undoing = fact("w", "journal.void", { target: "v" });
    expect(folded(tally, voiding, undoing).entries("test.tally").size).toBe(0);
    const person = fact("p", "test.person", { name: "Rose" });
    expect(folded(person, fact("x", "journal.void", { target: "p" })).records("test.person").size).toBe(1);
  });

  test("a refused fact does not count until it is taken in; a refused void strikes nothing", () => {
    const tally = fact("a", "test.tally", { count: 5 });
    const refuse = (target: string, id: string, clock: string, verdict = "refused") =>
      fact(id, "journal.decision", { facts: [target], verdict }, { clock });
    expect(folded(tally, refuse("a", "d", "02")).entries("test.tally").size).toBe(0);
    expect(
      folded(refuse("a", "e", "03", "taken_in"), tally, refuse("a", "d", "02")).entries("test.tally").size,
    ).toBe(1);
    const voiding = fact("v", "journal.void", { target: "a" });
    expect(folded(tally, refuse("v", "d", "02"), voiding).entries("test.tally").size).toBe(1);
  });

  test("an older version is read as the newest one says it, a newer one is not shown", () => {
    expect(
      folded(fact("a", "test.note", { note: "x" }, { version: 1 }))
        .entries("test.note")
        .get("a"),
    ).toMatchObject({
      note: "x",
      tone: "calm",
    });
    expect(folded(fact("a", "test.note", { note: "x" }, { version: 3 })).entries("test.note").size).toBe(0);
    expect(folded(fact("a", "test.unheard_of", {})).entries("test.unheard_of").size).toBe(0);
  });
});

describe("erasures", () => {
  test("take what was said about the person behind that wall, old or late, and leave the ledger", () => {
    const erase = fact("e", "journal.erase", { reason: "asked" });
    const old = [fact("a", "test.note", { note: "x" }), fact("p", "test.person", { name: "Rose" })];
    const kept = [
      fact("t", "test.tally", { count: 1 }),
      fact("b", "test.note", { note: "y" }, { wall: "child" }),
    ];
    for (const order of [
      [erase, ...old, ...kept],
      [...kept, ...old, erase],
    ]) {
      const tables = folded(...order);
      expect([...tables.entries("test.note").keys()]).toEqual(["b"]);
      expect(tables.records("test.person").size).toBe(0);
      expect(tables.entries("test.tally").size).toBe(1);
    }
  });

  test("a fact that comes back without its body loses its row", () => {
    expect(
      folded(fact("a", "test.note", { note: "x" }), fact("a", "test.note", null)).entries("test.note").size,
    ).toBe(0);
  });
});

describe("records", () => {
  const told = (id: string, clock: string, body: Record<string, unknown>) =>
    fact(id, "test.person", body, { clock, at: `2021-09-19T14:00:${clock}.000Z` });

  test("show per field what nobody has seen past", () => {
    const tables = folded(
      told("a", "01", { name: "Rose", age: 30 }),
      told("b", "02", { name: "Roz", saw: { name: ["a"] } }),
    );
    expect(tables.records("test.person").get("rose")).toMatchObject({ name: "Roz", age: 30, answers: {} });
  });

  test("keep every answer of those who did not know of each other, the newest first", () => {
    const tables = folded(told("a", "03", { name: "Rose" }), told("b", "02", { name: "Roz" }));
    const row = tables.records("test.person").get("rose");
    expect(row?.name).toBe("Rose");
    expect(row?.answers).toEqual({
      name: [
        { fact: "a", value: "Rose" },
        { fact: "b", value: "Roz" },
      ],
    });
    expect(tables.standing("test.person", "rose", "name")).toEqual(["a", "b"]);
  });

  test("what was seen never stands, even if its clock is higher", () => {
    const tables = folded(
      told("a", "09", { name: "Rose" }),
      told("b", "02", { name: "Roz", saw: { name: ["a"] } }),
    );
    expect(tables.records("test.person").get("rose")?.name).toBe("Roz");
  });

  test("null is told as empty, an absent field is not told", () => {
    const tables = folded(told("a", "01", { name: "Rose" }), told("b", "02", { age: null }));
    expect(tables.records("test.person").get("rose")).toMatchObject({ name: "Rose", age: null, answers: {} });
  });

  test("a refused revision saw nothing: what it replaced stands again", () => {
    const tables = folded(
      told("a", "01", { name: "Rose" }),
      told("b", "02", { name: "Roz", saw: { name: ["a"] } }),
      fact("d", "journal.decision", { facts: ["b"], verdict: "refused" }),
    );
    expect(tables.records("test.person").get("rose")?.name).toBe("Rose");
  });

  test("say when they were first and last spoken of", () => {
    const row = folded(told("b", "02", { name: "x" }), told("a", "01", { age: 1 }))
      .records("test.person")
      .get("rose");
    expect(row?.first_at).toBe("2021-09-19T14:00:01.000Z");
    expect(row?.last_at).toBe("2021-09-19T14:00:02.000Z");
  });
});

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const anyId = fc.constantFrom(...IDS);
const anyBody: Record<string, fc.Arbitrary<unknown>> = {
  "test.tally": fc.record({ count: fc.nat(9) }),
  "test.note": fc.record({ note: fc.constantFrom("x", "y") }),
  "test.person": fc.record(
    {
      name: fc.constantFrom("Rose", "Roz", null),
      age: fc.nat(3),
      saw: fc.record({ name: fc.subarray(IDS), age: fc.subarray(IDS) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  "journal.void": fc.record({ target: anyId }),
  "journal.decision": fc.record({ facts: fc.subarray(IDS), verdict: fc.constantFrom("refused", "taken_in") }),
  "journal.erase": fc.record({ reason: fc.constant("asked") }),
};
/** A journal of eight facts: same ids again and again, so that they speak of each other. */
const anyJournal = fc
  .tuple(
    ...IDS.map((id) =>
      fc.constantFrom(...Object.keys(anyBody)).chain((kind) =>
        fc
          .record({
            body: fc.option(anyBody[kind] as fc.Arbitrary<unknown>, { freq: 9 }),
            subject: fc.constantFrom("rose", "jean"),
            wall: fc.constantFrom<Wall>("reception", "child"),
            clock: fc.constantFrom("01", "02", "03"),
            version: fc.constantFrom(1, kinds[kind]?.version ?? 1),
          })
          .map(({ body, ...over }) => fact(id, kind, body, over)),
      ),
    ),
  )
  .map((facts) => facts as Fact[]);

test("any order, any repetition, in one go or one by one: the same tables", () => {
  const order = fc.shuffledSubarray([...IDS.keys(), ...IDS.keys()], { minLength: 2 * IDS.length });
  fc.assert(
    fc.property(anyJournal, order, fc.boolean(), (facts, places, oneByOne) => {
      const shuffled = places.map((place) => facts[place] as Fact);
      const tables = new Tables(kinds, upcasts);
      if (oneByOne) for (const one of shuffled) tables.add([one]);
      else tables.add(shuffled);
      expect(shown(tables)).toEqual(shown(folded(...facts)));
    }),
    { numRuns: Number(process.env.AKEYI_SHUFFLES ?? 2000) },
  );
});

interface Vector {
  facts: Fact[];
  entries: Record<string, Record<string, unknown>[]>;
  records: Record<string, (Record<string, unknown> & { answers: Record<string, [string, unknown][]> })[]>;
  /** Kinds as if they had a past: what version 1 called some fields; today's is version 2. */
  renamed?: Record<string, Record<string, string>>;
}

type Bodies = Record<string, unknown>;
const under = (names: Record<string, string>, body: Bodies): Bodies =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [names[name] ?? name, value]));

/** Empty tables for an example. */
function tablesFor({ renamed }: Vector): Tables {
  if (!renamed) return new Tables(KINDS, UPCASTS);
  const kinds = { ...KINDS };
  const steps: Upcasts = {};
  for (const [kind, names] of Object.entries(renamed)) {
    kinds[kind] = { ...(KINDS[kind] as KindMeta), version: 2 };
    steps[kind] = {
      1: (old) =>
        old.saw ? { ...under(names, old), saw: under(names, old.saw as Bodies) } : under(names, old),
    };
  }
  return new Tables(kinds, steps);
}

const vectorFile = new URL("../../../contracts/vectors/fold.json", import.meta.url);

describe("the server's examples", () => {
  const vectors: Vector[] = JSON.parse(readFileSync(vectorFile, "utf8"));

  test("are at least five hundred, some with bodies of an older version", () => {
    expect(vectors.length).toBeGreaterThanOrEqual(500);
    const old = vectors
      .filter(({ renamed }) => renamed)
      .flatMap(({ facts, renamed }) =>
        facts.filter((fact) => fact.version === 1 && renamed && fact.kind in renamed),
      );
    expect(old.length).toBeGreaterThanOrEqual(20);
  });

  test("add up here to the same tables", () => {
    for (const [i, vector] of vectors.entries()) {
      const { facts, entries, records } = vector;
      const tables = tablesFor(vector);
      tables.add(facts);
      const again = tablesFor(vector);
      for (const fact of [...facts].reverse()) again.add([fact, fact]);
      expect(shown(again, Object.keys(KINDS)), `backwards and twice, example ${i}`).toEqual(
        shown(tables, Object.keys(KINDS)),
      );
      for (const kind of Object.keys(KINDS)) {
        const rows = [...tables.entries(kind).values()];
        expect(like(rows, entries[kind] ?? [], "id"), `entries of ${kind} in example ${i}`).toEqual(
          byKey(entries[kind] ?? [], "id"),
        );
        const found = [...tables.records(kind).values()].map((row) => ({
          ...row,
          answers: Object.fromEntries(
            Object.entries(row.answers).map(([field, all]) => [
              field,
              all.map(({ fact: by, value }) => [by, value]),
            ]),
          ),
        }));
        expect(like(found, records[kind] ?? [], "subject"), `records of ${kind} in example ${i}`).toEqual(
          byKey(records[kind] ?? [], "subject"),
        );
      }
    }
  });
});

const byKey = (rows: Record<string, unknown>[], key: string) =>
  [...rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));

/** Rows with only the columns the examples have: the tablet adds when and by whom. */
function like(rows: Record<string, unknown>[], expected: Record<string, unknown>[], key: string) {
  const columns = Object.keys(expected[0] ?? { [key]: 0 });
  return byKey(rows, key).map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
}
