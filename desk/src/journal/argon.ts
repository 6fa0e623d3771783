// Computes argon2id, the slow hash that makes a PIN expensive to guess.

import { argon2id } from "hash-wasm";

export function argon2(
  pin: string,
  salt: Uint8Array,
  cost: { memory_kib: number; iterations: number; parallelism: number },
  length: number,
): Promise<Uint8Array> {
  return argon2id({
    password: pin,
    salt,
    memorySize: cost.memory_kib,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: length,
    outputType: "binary",
  });
}
