// Which two holders can open a sealed statement together. The hub decides alike: contracts/vectors/holders.json.

export interface HolderKey {
  id: string;
  holder: string;
  is_outside: boolean;
}

/**
 * [outer, inner] of every lock: two people, at least one of them outside the country. Both orders, so that whichever
 * holder is there first begins. Empty: nothing can be sealed.
 */
export function pairs(keys: HolderKey[]): [string, string][] {
  const found = [...keys].sort((a, b) => (a.id < b.id ? -1 : 1));
  return found.flatMap((outer) =>
    found
      .filter((inner) => outer.holder !== inner.holder && (outer.is_outside || inner.is_outside))
      .map((inner): [string, string] => [outer.id, inner.id]),
  );
}
