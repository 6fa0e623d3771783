// Measures one page as it is loaded, in a Chromium that already runs, and prints its scores as one line of JSON.
// node measure.mjs PORT URL [WORKER PIN]: with these, the tablet's PIN is typed by a script as soon as it is asked.
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [port, url, worker, pin] = process.argv.slice(2);
const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
const page = await browser.newPage();
// What a worker stored on the tablet stays: a tablet is measured as it is used.
const flags = { disableStorageReset: true, logLevel: "error", port };
if (pin) {
  await page.evaluateOnNewDocument(signIn, worker, pin);
  // Proving a PIN is slow on purpose and leaves the page idle: without this, what is measured ends on the PIN's page.
  flags.pauseAfterLoadMs = 15_000;
}
const result = await lighthouse(url, flags, undefined, page);

function signIn(worker, pin) {
  const watching = new MutationObserver(() => {
    const field = document.querySelector("input[type=password]");
    if (!field) {
      const names = [...document.querySelectorAll("main button")];
      return names.find((button) => button.textContent.trim().startsWith(worker))?.click();
    }
    watching.disconnect();
    field.value = pin;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.form.requestSubmit();
  });
  watching.observe(document, { childList: true, subtree: true });
}

const report = result.lhr;
const scripts = (report.audits["network-requests"]?.details?.items ?? []).filter((item) => item.resourceType === "Script");
const failing = Object.values(report.categories)
  .flatMap((category) => category.auditRefs.filter((ref) => ref.weight > 0 && category.id !== "performance"))
  .map((ref) => report.audits[ref.id])
  .filter((audit) => audit.score !== null && audit.score < 1);
console.log(
  JSON.stringify({
    scores: Object.fromEntries(
      Object.values(report.categories).map((category) => [category.id, Math.round((category.score ?? 0) * 100)]),
    ),
    script_bytes: scripts.reduce((sum, item) => sum + item.transferSize, 0),
    first_paint_ms: Math.round(report.audits["first-contentful-paint"]?.numericValue ?? 0),
    largest_paint_ms: Math.round(report.audits["largest-contentful-paint"]?.numericValue ?? 0),
    blocked_ms: Math.round(report.audits["total-blocking-time"]?.numericValue ?? 0),
    shift: report.audits["cumulative-layout-shift"]?.numericValue ?? 0,
    failing: failing.map((audit) => `${audit.id}: ${audit.title}`),
    heading: await page.evaluate(() => document.querySelector("h1")?.innerText ?? ""),
    error: report.runtimeError?.message ?? null,
  }),
);
await page.close();
await browser.disconnect();
