// Measures one page of a Chromium that already runs, and prints its scores as one line of JSON.
// node measure.mjs PORT URL navigation|snapshot
import lighthouse, { snapshot } from "lighthouse";
import puppeteer from "puppeteer-core";

const [port, url, mode] = process.argv.slice(2);
const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
const pages = await browser.pages();
// A page as it is now is found by its address; one that is loaded anew gets a tab of its own.
const page = mode === "snapshot" ? pages.find((open) => open.url() === url) : await browser.newPage();
if (!page) throw new Error("That page is not open");
// What a worker stored on the tablet stays: a tablet is measured as it is used.
const flags = { disableStorageReset: true, logLevel: "error" };
const result = mode === "snapshot" ? await snapshot(page, { flags }) : await lighthouse(url, { ...flags, port }, undefined, page);

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
    error: report.runtimeError?.message ?? null,
  }),
);
if (mode !== "snapshot") await page.close();
await browser.disconnect();
