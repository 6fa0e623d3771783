// The troubles a tablet itself can meet, by their number in the catalogue of errors.

/** The tablet's storage refused a write: nothing was kept. */
export const STORAGE_REFUSED = 701;
/** The hub did not answer, or too late. */
export const HUB_SILENT = 702;
/** This worker never signed in on this tablet, and the hub cannot be asked. */
export const WORKER_UNKNOWN_HERE = 703;
/** The same as the hub says. */
export const PIN_WRONG = 104;
/** The tablet is not enrolled: it has no site to tell facts for. */
export const NOT_ENROLLED = 705;
/** The journal is open in another tab of this tablet. */
export const OPEN_ELSEWHERE = 706;
/** A fact of a kind this version of the desk does not know, or without what it needs. */
export const CANNOT_BE_TOLD = 707;
/** The browser offers no storage that survives (private mode of some browsers, no secure origin). */
export const NO_STORAGE = 708;
