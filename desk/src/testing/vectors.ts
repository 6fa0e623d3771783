// The cases that server and desk must answer alike, written by the server.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function vectors<T>(file: string): T {
  const path = fileURLToPath(new URL(`../../../contracts/vectors/${file}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`${file} is missing: run \`akeyi contracts\``);
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
