// How bodies told by older versions of the desk are read today, one step per version.

type Body = Record<string, unknown>;

/** For each kind, the steps: the one at key 1 makes a body of version 2 from one of version 1. */
export type Upcasts = Record<string, Record<number, (old: Body) => Body>>;

/** Every kind of the tablet is still at its first version. */
export const UPCASTS: Upcasts = {};

/** The body as the newest version says it, or null when this tablet cannot read it (newer, or a step is missing). */
export function upcast(
  kind: string,
  version: number,
  newest: number,
  body: Body,
  steps: Upcasts,
): Body | null {
  if (version > newest || version < 1) return null;
  let current = body;
  for (let from = version; from < newest; from++) {
    const step = steps[kind]?.[from];
    if (!step) return null;
    current = step(current);
  }
  return current;
}
