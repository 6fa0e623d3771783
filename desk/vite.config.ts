// How the desk is built: one small entry, stations beside it, everything kept on the tablet for the day without a network.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { sizeBeforeFirstTap } from "./build/size";

// What enketo-core leaves to whoever runs it: ours, or its own where that will do.
const ours = (name: string) =>
  fileURLToPath(new URL(`src/stations/forms/enketo/${name}.ts`, import.meta.url));
const ENKETO = {
  "enketo/config": ours("config"),
  "enketo/widgets": ours("widgets"),
  "enketo/dialog": ours("dialog"),
  "enketo/translator": ours("translator"),
  "enketo/file-manager": "enketo-core/src/js/file-manager",
  "enketo/xpath-evaluator-binding": "enketo-core/src/js/xpath-evaluator-binding",
};

export default defineConfig({
  base: "/desk/",
  plugins: [
    vue(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "sw.ts",
      registerType: "prompt",
      // Registered in src/shell/updates.ts, so that no inline script is needed.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,woff2,svg,png,wasm,webmanifest}"],
        maximumFileSizeToCacheInBytes: 2_500_000,
      },
    }),
    sizeBeforeFirstTap(),
  ],
  resolve: { alias: ENKETO },
  worker: { format: "es" },
  build: {
    target: "es2022",
    outDir: "dist",
    // Fonts and pictures stay files of their own: a strict content policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A request of its own costs more than such a piece weighs.
    rollupOptions: { output: { experimentalMinChunkSize: 3000 } },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.ts"],
    testTimeout: 20_000,
  },
});
