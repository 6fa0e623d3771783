// The keys of this tablet: its own, which never leaves the browser, and sealing to the keys of walls and hub.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { type Bytes, joined, unbase64, utf8 } from "./bytes";
import { randomBytes } from "./ids";

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
/** What a seal is bound to goes into HPKE's `info`: Python's cryptography offers no other place for it. */
const infoOf = (bound: Bytes) => joined([utf8("akeyi tablet log 1"), bound]).buffer;
const P256 = { name: "ECDH", namedCurve: "P-256" };
const ENCAPSULATED = 65;

export const publicKey = (base64: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", unbase64(base64), P256, true, []);

/** A wall's private key from a ring, as a pair: the private half can then not be taken out of the browser again. */
export async function privateKeys(pkcs8: string): Promise<CryptoKeyPair> {
  const bytes = unbase64(pkcs8);
  const readable = await crypto.subtle.importKey("pkcs8", bytes, P256, true, ["deriveBits"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", readable);
  return {
    privateKey: await crypto.subtle.importKey("pkcs8", bytes, P256, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("jwk", { kty, crv, x, y } as JsonWebKey, P256, true, []),
  };
}

/** HPKE base mode: whoever holds the private half of `to` can open it, nobody else, not even who sealed it. */
export async function seal(to: CryptoKey, bytes: Bytes, bound: Bytes): Promise<Bytes> {
  const { enc, ct } = await suite.seal({ recipientPublicKey: to, info: infoOf(bound) }, bytes.slice().buffer);
  return joined([new Uint8Array(enc), new Uint8Array(ct)]);
}

export async function unseal(keys: CryptoKeyPair, sealed: Bytes, bound: Bytes): Promise<Bytes> {
  const opened = await suite.open(
    { recipientKey: keys, enc: sealed.slice(0, ENCAPSULATED).buffer, info: infoOf(bound) },
    sealed.slice(ENCAPSULATED).buffer,
  );
  return new Uint8Array(opened);
}

/** The tablet's own key. `name` tells its folder, so that a tablet with a new key leaves what it cannot open untouched. */
export interface DeviceKey {
  key: CryptoKey;
  name: string;
}

/** Opens the key kept in IndexedDB, or makes it: it is the only thing there, and is written once. */
export async function deviceKey(): Promise<DeviceKey> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("akeyi", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    const found = await new Promise<DeviceKey | undefined>((resolve, reject) => {
      const asking = database.transaction("keys").objectStore("keys").get("device");
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
    if (found) return found;
    const made = await newDeviceKey();
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction("keys", "readwrite", { durability: "strict" });
      writing.objectStore("keys").add(made, "device");
      writing.oncomplete = () => resolve();
      writing.onerror = writing.onabort = () => reject(writing.error);
    });
    return made;
  } finally {
    database.close();
  }
}

export async function newDeviceKey(): Promise<DeviceKey> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const name = Array.from(randomBytes(6), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { key, name };
}
