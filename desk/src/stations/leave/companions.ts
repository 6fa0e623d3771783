// Who may leave along: the family, and the children an adult looks after, as far as they are still here.
import { asksFirst, readsChildren } from "../../reading/children";
import { childrenByCarer, hasLeft, membersOfFamily, type Reception, reception } from "../../reading/people";

export function companionsOf(id: string): Reception[] {
  const ids = new Set([
    ...membersOfFamily(id).map((m) => m.subject),
    ...(childrenByCarer.value.get(id) ?? []),
  ]);
  ids.delete(id);
  return (
    [...ids]
      .map((one) => reception(one))
      .filter((r): r is Reception => r !== null && !r.is_token && !hasLeft(r))
      // A child about whom child protection is asked first stays, and is named to nobody.
      .filter((r) => readsChildren() || !asksFirst(r.subject))
  );
}
