// Says how much JavaScript a tablet loads before the first tap, and fails the build above the limit.
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const GOAL_KB = 100;
const LIMIT_KB = 150;

/** Chunks that are fetched before anybody taps: the entry, what it imports, one language, and the journal's worker. */
export function sizeBeforeFirstTap(): Plugin {
  return {
    name: "akeyi-size",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const needed = new Set<string>();
        const need = (file: string) => {
          const chunk = bundle[file];
          if (chunk?.type !== "chunk" || needed.has(file)) return;
          needed.add(file);
          for (const imported of chunk.imports) need(imported);
        };
        for (const [file, chunk] of Object.entries(bundle)) {
          if (chunk.type !== "chunk") continue;
          const invented = chunk.moduleIds.find((id) => id.includes("/testing/"));
          if (invented) this.error(`${invented} is for tests and must not ship`);
          if (chunk.isEntry) need(file);
          // The language of the tablet is fetched at the start; Creole stands for whichever it is.
          if (chunk.facadeModuleId?.endsWith("/languages/ht.ts")) need(file);
        }
        let bytes = 0;
        for (const file of needed) {
          const chunk = bundle[file];
          if (chunk?.type === "chunk") bytes += gzipSync(chunk.code, { level: 9 }).length;
        }
        for (const [file, asset] of Object.entries(bundle)) {
          // Workers are emitted as assets.
          if (asset.type === "asset" && /worker.*\.js$/.test(file)) {
            bytes += gzipSync(Buffer.from(asset.source), { level: 9 }).length;
            needed.add(file);
          }
        }
        const kb = bytes / 1000;
        console.log(
          `\nJavaScript before the first tap: ${kb.toFixed(1)} kB gzip in ${needed.size} files (goal ${GOAL_KB}, limit ${LIMIT_KB})`,
        );
        if (kb > LIMIT_KB)
          this.error(`${kb.toFixed(1)} kB of JavaScript before the first tap: the limit is ${LIMIT_KB}`);
      },
    },
  };
}
