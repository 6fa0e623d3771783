// Every pair of colours that carries words can be read at noon: 7 to 1 in each theme.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const css = readFileSync(fileURLToPath(new URL("./tokens.css", import.meta.url)), "utf8");
const PAIRS = [
  ["ink", "paper"],
  ["ink", "paper-2"],
  ["ink-2", "paper"],
  ["ink-2", "paper-2"],
  ["blue", "paper"],
  ["blue", "paper-2"],
  ["blue-hover", "paper"],
  ["on-blue", "blue"],
  ["on-blue", "blue-hover"],
] as const;

function block(selector: string): Record<string, string> {
  const body = css.split(`${selector} {`)[1]?.split("}")[0] ?? "";
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]));
}
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}
const light = block(":root");
const themes = {
  light,
  night: { ...light, ...block(':root[data-theme="night"]') },
  sunlight: { ...light, ...block(':root[data-theme="sunlight"]') },
};

test.each(Object.entries(themes))("words can be read in the %s theme", (_name, tokens) => {
  for (const [on, under] of PAIRS) {
    expect(contrast(tokens[on]!, tokens[under]!), `${on} on ${under}`).toBeGreaterThanOrEqual(7);
  }
});

test("edges of what can be touched stand out by 3 to 1", () => {
  for (const tokens of Object.values(themes)) {
    expect(contrast(tokens.edge!, tokens.paper!)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens.blue!, tokens.paper!)).toBeGreaterThanOrEqual(3);
  }
});

test("only logical directions are used, so that the desk can be turned for right-to-left", () => {
  const files = import.meta.glob(["../**/*.vue", "./*.css"], {
    query: "?raw",
    import: "default",
    eager: true,
  });
  for (const [file, text] of Object.entries(files)) {
    const styles = file.endsWith(".css") ? String(text) : (String(text).split("<style")[1] ?? "");
    expect(styles.match(/(?:^|[\s;{-])(?:left|right)\s*:|text-align:\s*(?:left|right)/m), file).toBeNull();
  }
});
