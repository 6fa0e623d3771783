// Closing and opening with one key. Apart from keys.ts, so that the page, which needs this alone, does not fetch HPKE.

import { type Bytes, joined } from "./bytes";
import { randomBytes } from "./ids";

const NONCE = 12;

/** AES-256-GCM; the nonce is drawn and stands first. */
export async function encrypt(key: CryptoKey, bytes: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = randomBytes(NONCE) as Bytes;
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound }, key, bytes);
  return joined([iv, new Uint8Array(sealed)]);
}

export async function decrypt(key: CryptoKey, sealed: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = sealed.subarray(0, NONCE);
  const opened = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv, additionalData: bound },
    key,
    sealed.subarray(NONCE),
  );
  return new Uint8Array(opened);
}

export const aesKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
