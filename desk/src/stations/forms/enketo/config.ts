// How Enketo runs a form on a tablet: in its own page, without maps, and what is not asked is not answered.
export default {
  experimentalOptimizations: { computeAsync: false },
  excludeNonRelevant: true,
  maps: [],
  googleApiKey: "",
  repeatOrdinals: false,
  validateContinuously: false,
  validatePage: false,
  swipePage: false,
  textMaxChars: 4000,
};
