// Adds facts up to tables: what was told, minus what was taken back, refused or erased, in whatever order it arrived.

import type { Answer, EntryRow, Fact, RecordRow } from "./api";
import { isLater } from "./clock";
import { type Upcasts, upcast } from "./upcasts";

export interface FoldKind {
  shape: "entry" | "revision";
  version: number;
  keep: string;
  fields: string[];
  /** What an entry says where its body leaves a field out; null if nothing stands here. */
  defaults?: Record<string, unknown>;
}

type Body = Record<string, unknown>;

/** A fact with its body read; body is null where it was erased or cannot be read by this version. */
interface Told {
  fact: Fact;
  body: Body | null;
}

interface Verdict {
  id: string;
  clock: string;
  refused: boolean;
}

const NOTHING = new Map<string, never>();
const behind = (subject: string, wall: string) => `${subject} ${wall}`;
const isOfJournal = (kind: string) => kind.startsWith("journal.");

export class Tables {
  #told = new Map<string, Told>();
  #verdicts = new Map<string, Verdict>();
  #voids = new Map<string, Set<string>>();
  #erased = new Set<string>();
  #bySubject = new Map<string, string[]>();
  #revisions = new Map<string, Map<string, string[]>>();
  #entryRows = new Map<string, Map<string, EntryRow>>();
  #recordRows = new Map<string, Map<string, RecordRow>>();
  /** What must be computed again at the end of an add. */
  #staleFacts = new Set<string>();
  #staleRecords = new Map<string, Set<string>>();

  constructor(
    readonly kinds: Record<string, FoldKind>,
    readonly upcasts: Upcasts = {},
  ) {}

  /** Takes facts in any order, any number of times. True when a table changed or may have. */
  add(facts: Iterable<Fact>): boolean {
    for (const fact of facts) this.#take(fact);
    const changed = this.#staleFacts.size > 0;
    for (const id of this.#staleFacts) this.#settle(id);
    this.#staleFacts.clear();
    for (const [kind, subjects] of this.#staleRecords)
      for (const subject of subjects) this.#foldRecord(kind, subject);
    this.#staleRecords.clear();
    return changed;
  }

  entries(kind: string): ReadonlyMap<string, EntryRow> {
    return this.#entryRows.get(kind) ?? NOTHING;
  }

  records(kind: string): ReadonlyMap<string, RecordRow> {
    return this.#recordRows.get(kind) ?? NOTHING;
  }

  fact(id: string): Fact | undefined {
    return this.#told.get(id)?.fact;
  }

  /** The facts a revision of this field must name as seen: every answer that stands now. */
  standing(kind: string, subject: string, field: string): string[] {
    return this.#answers(this.#tellers(kind, subject), field).map((answer) => answer.fact);
  }

  #take(fact: Fact): void {
    const before = this.#told.get(fact.id);
    if (before) {
      // The same fact again says nothing new, unless its body has gone since.
      if (fact.body === null && before.fact.body !== null) {
        before.fact = fact;
        before.body = null;
        this.#staleFacts.add(fact.id);
      }
      return;
    }
    const told: Told = { fact, body: this.#read(fact) };
    this.#told.set(fact.id, told);
    this.#staleFacts.add(fact.id);
    push(this.#bySubject, behind(fact.subject, fact.wall), fact.id);
    if (isOfJournal(fact.kind)) this.#takeOfJournal(told);
    else if (this.kinds[fact.kind]?.shape === "revision") {
      const subjects = this.#revisions.get(fact.kind) ?? new Map<string, string[]>();
      this.#revisions.set(fact.kind, subjects);
      push(subjects, fact.subject, fact.id);
    }
  }

  #takeOfJournal({ fact, body }: Told): void {
    if (fact.kind === "journal.erase") {
      const key = behind(fact.subject, fact.wall);
      this.#erased.add(key);
      for (const id of this.#bySubject.get(key) ?? []) this.#staleFacts.add(id);
    }
    if (!body) return;
    if (fact.kind === "journal.void" && typeof body.target === "string") {
      const voids = this.#voids.get(body.target) ?? new Set();
      this.#voids.set(body.target, voids.add(fact.id));
      this.#staleFacts.add(body.target);
    }
    if (fact.kind === "journal.decision" && Array.isArray(body.facts)) {
      const verdict = { id: fact.id, clock: fact.clock, refused: body.verdict === "refused" };
      for (const id of body.facts as string[]) this.#judge(id, verdict);
    }
  }

  #judge(id: string, verdict: Verdict): void {
    const before = this.#verdicts.get(id);
    if (before && !isLater(verdict, before)) return;
    this.#verdicts.set(id, verdict);
    this.#staleFacts.add(id);
    // A refused void strikes nothing, so its target must be looked at again.
    const target = this.#told.get(id)?.body?.target;
    if (typeof target === "string") this.#staleFacts.add(target);
  }

  #read(fact: Fact): Body | null {
    const kind = this.kinds[fact.kind];
    if (fact.body === null || !kind) return null;
    try {
      const body: unknown = JSON.parse(fact.body);
      if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
      return upcast(fact.kind, fact.version, kind.version, body as Body, this.upcasts);
    } catch {
      return null; // Told by something that cannot write JSON: kept and sent, never shown.
    }
  }

  #isRefused({ fact }: Told): boolean {
    if (fact.kind === "journal.decision" || fact.kind === "journal.erase") return false;
    return this.#verdicts.get(fact.id)?.refused ?? false;
  }

  #isVoided({ fact }: Told): boolean {
    if (isOfJournal(fact.kind) || this.kinds[fact.kind]?.shape !== "entry") return false;
    for (const id of this.#voids.get(fact.id) ?? []) {
      const voiding = this.#told.get(id);
      if (voiding && voiding.fact.wall === fact.wall && !this.#isRefused(voiding)) return true;
    }
    return false;
  }

  #isErased({ fact }: Told): boolean {
    if (isOfJournal(fact.kind) || this.kinds[fact.kind]?.keep === "ledger") return false;
    return this.#erased.has(behind(fact.subject, fact.wall));
  }

  /** The body as long as the fact counts. */
  #counted(id: string): Body | null {
    const told = this.#told.get(id);
    if (!told?.body || this.#isRefused(told) || this.#isErased(told) || this.#isVoided(told)) return null;
    return told.body;
  }

  #settle(id: string): void {
    const told = this.#told.get(id);
    const kind = told && this.kinds[told.fact.kind];
    if (!told || !kind) return;
    const { fact } = told;
    if (kind.shape === "revision") {
      const subjects = this.#staleRecords.get(fact.kind) ?? new Set();
      this.#staleRecords.set(fact.kind, subjects.add(fact.subject));
      return;
    }
    const rows = this.#entryRows.get(fact.kind) ?? new Map<string, EntryRow>();
    this.#entryRows.set(fact.kind, rows);
    const body = this.#counted(id);
    if (!body) {
      rows.delete(id);
      return;
    }
    const { subject, at, clock, device, worker } = fact;
    rows.set(id, {
      ...fieldsOf(kind, body),
      id,
      subject,
      at,
      clock,
      device,
      worker,
      arrivals: fact.scope.arrivals,
    });
  }

  #tellers(kind: string, subject: string): { fact: Fact; body: Body }[] {
    const tellers: { fact: Fact; body: Body }[] = [];
    for (const id of this.#revisions.get(kind)?.get(subject) ?? []) {
      const body = this.#counted(id);
      const fact = this.#told.get(id)?.fact;
      if (body && fact) tellers.push({ fact, body });
    }
    return tellers.sort((a, b) => (isLater(a.fact, b.fact) ? -1 : 1));
  }

  /** What nobody has seen past, newest first. */
  #answers(tellers: { fact: Fact; body: Body }[], field: string): Answer[] {
    const seen = new Set<unknown>();
    for (const { body } of tellers) for (const id of sawOf(body, field)) seen.add(id);
    return tellers
      .filter(({ fact, body }) => Object.hasOwn(body, field) && !seen.has(fact.id))
      .map(({ fact, body }) => ({ fact: fact.id, value: body[field] }));
  }

  #foldRecord(kind: string, subject: string): void {
    const rows = this.#recordRows.get(kind) ?? new Map<string, RecordRow>();
    this.#recordRows.set(kind, rows);
    const tellers = this.#tellers(kind, subject);
    if (tellers.length === 0) {
      rows.delete(subject);
      return;
    }
    const moments = tellers.map(({ fact }) => fact.at).sort();
    const placed = tellers.find(({ fact }) => fact.scope.arrivals.length > 0);
    const row: RecordRow = {
      subject,
      first_at: moments[0] as string,
      last_at: moments[moments.length - 1] as string,
      arrivals: placed?.fact.scope.arrivals ?? [],
      answers: {},
    };
    for (const field of this.kinds[kind]?.fields ?? []) {
      const answers = this.#answers(tellers, field);
      row[field] = answers[0]?.value ?? null;
      if (answers.length > 1) row.answers[field] = answers;
    }
    rows.set(subject, row);
  }
}

function sawOf(body: Body, field: string): unknown[] {
  const saw = (body.saw as Record<string, unknown> | null | undefined)?.[field];
  return Array.isArray(saw) ? saw : [];
}

function fieldsOf(kind: FoldKind, body: Body): Body {
  const fields: Body = {};
  for (const field of kind.fields) {
    fields[field] = (Object.hasOwn(body, field) ? body[field] : kind.defaults?.[field]) ?? null;
  }
  return fields;
}

function push(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
