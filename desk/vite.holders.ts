// How the program of the holders' office pages is built: one file beside the desk, which no tablet loads.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/desk/office/",
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist/office",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: "src/holders/main.ts",
      output: { entryFileNames: "holders.js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
