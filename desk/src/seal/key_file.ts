// A holder's key as a file: useless without the pass phrase it was saved with.

import { decrypt, encrypt } from "../journal/aes";
import { type Bytes, base64, unbase64, utf8 } from "../journal/bytes";

const KIND = "akeyi holder key 1";
// What OWASP asks for with SHA-256: a guess costs as much as 600,000 hashes.
const ROUNDS = 600_000;

async function keyFrom(phrase: string, salt: Bytes): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey("raw", utf8(phrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function asFile(entropy: Uint8Array, phrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16)) as Bytes;
  const sealed = await encrypt(await keyFrom(phrase, salt), entropy as Bytes, utf8(KIND));
  return `${JSON.stringify({ kind: KIND, salt: base64(salt), sealed: base64(sealed) })}\n`;
}

/** The bytes in a file; null where the pass phrase or the file is not right. */
export async function fromFile(file: string, phrase: string): Promise<Uint8Array | null> {
  try {
    const { kind, salt, sealed } = JSON.parse(file);
    if (kind !== KIND) return null;
    return await decrypt(await keyFrom(phrase, unbase64(salt)), unbase64(sealed), utf8(KIND));
  } catch {
    return null;
  }
}
