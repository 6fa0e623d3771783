// The troubles that stations meet, by their number in the catalogue of errors; words and advice stand in the languages.

export const NOT_A_CARD = 721;
export const WRONG_LENGTH = 722;
export const WRONG_CHECK_DIGIT = 723;
/** The token of a scanned card is not the one that was printed on it. */
export const CARD_NOT_OURS = 724;
/** No series, not even the site's own, has reached this tablet. */
export const NO_SERIES_HERE = 725;
/** The card was replaced: its number died. */
export const CARD_REPLACED = 726;
/** The new card is already somebody's. */
export const CARD_TAKEN = 727;
export const CARD_IS_HOUSEHOLD = 728;
export const CARD_IS_NO_HOUSEHOLD = 729;
export const NOT_SO_MANY = 730;
export const NO_CAMERA = 731;
export const NO_ROLL_FOR_CARD = 732;
export const CODE_UNKNOWN = 733;
export const CODE_USED = 734;
export const SAME_CARD_TWICE = 735;
export const UNEXPECTED = 799;
