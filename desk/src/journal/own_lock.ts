// The tablet's own lock (a passkey of this browser, WebAuthn PRF) as a further share of one worker's ring. Fetched when it is needed.

import { NO_OWN_LOCK } from "../contracts/errors.gen";
import { DeskError } from "./api";
import { type Bytes, base64, unbase64, utf8 } from "./bytes";
import { randomBytes } from "./ids";
import type { OwnLock } from "./ring";

/** One passkey is one worker's on one tablet, so that what it is asked may always be the same. */
const ASKED = utf8("akeyi ring 2");
const ES256 = -7;
const RS256 = -257;
const WAITS_MS = 60_000;

interface Prf {
  prf?: { enabled?: boolean; results?: { first?: ArrayBuffer } };
}

/** A passkey belongs to a name: a hub that is opened by number has none. */
export async function isOffered(): Promise<boolean> {
  if (!globalThis.PublicKeyCredential || /^[\d.]+$|:/.test(location.hostname)) return false;
  const can = PublicKeyCredential as typeof PublicKeyCredential & {
    getClientCapabilities?(): Promise<Record<string, boolean>>;
  };
  const capabilities = await can.getClientCapabilities?.().catch(() => null);
  if (capabilities?.["extension:prf"] === false) return false;
  return can.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/** A new passkey in this tablet. Throws NO_OWN_LOCK where it makes none that can be a share. */
export async function make(name: string): Promise<OwnLock> {
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        challenge: randomBytes(32) as Bytes,
        rp: { name: "Akeyi" },
        // Not the worker's id: the passkey says nothing that the list of names on this tablet does not say.
        user: { id: randomBytes(16) as Bytes, name, displayName: name },
        pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: {
          authenticatorAttachment: "platform",
          residentKey: "discouraged",
          userVerification: "required",
        },
        timeout: WAITS_MS,
        extensions: { prf: {} },
      } as PublicKeyCredentialCreationOptions,
    })) as PublicKeyCredential | null;
    const said = made?.getClientExtensionResults() as Prf | undefined;
    if (!made || !said?.prf?.enabled) throw new DeskError(NO_OWN_LOCK);
    return await answerOf(base64(new Uint8Array(made.rawId)));
  } catch {
    throw new DeskError(NO_OWN_LOCK);
  }
}

/** What a passkey of this tablet answers, to whoever the tablet takes for its owner. Throws NO_OWN_LOCK. */
export async function answerOf(credential: string): Promise<OwnLock> {
  try {
    const got = (await navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32) as Bytes,
        allowCredentials: [{ type: "public-key", id: unbase64(credential), transports: ["internal"] }],
        userVerification: "required",
        timeout: WAITS_MS,
        extensions: { prf: { eval: { first: ASKED } } },
      } as PublicKeyCredentialRequestOptions,
    })) as PublicKeyCredential | null;
    const first = (got?.getClientExtensionResults() as Prf | undefined)?.prf?.results?.first;
    if (!first) throw new DeskError(NO_OWN_LOCK);
    return { credential, share: new Uint8Array(first) };
  } catch {
    throw new DeskError(NO_OWN_LOCK);
  }
}
