// Says so when the board's numbers are no longer renewed: an old number that looks new is worse than none.
document.addEventListener("htmx:afterRequest", (event) => {
  const answer = event.detail.xhr;
  const renewed = event.detail.successful && answer.getResponseHeader("Akeyi-Board") === "renewed";
  const stale = document.getElementById("stale");
  if (stale) stale.hidden = renewed;
});
