// Whether this worker may look for people, and see lists of them; others see the card in front of them alone.
import { useState } from "../the_journal";

export function mayFind(): boolean {
  return useState().worker?.finds === true;
}
