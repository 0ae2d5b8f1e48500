/**
 * Builds the dashboard into `dist`: hashed files below `assets`, each also compressed, and an index.html in which the
 * API puts the nonce of its answer. `npx vite apps/dashboard` serves it while it is worked on, before a running API.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.mjs";

const API = process.env.SENDEX_URL ?? "http://127.0.0.1:3000";
const OF_THE_API = "^/(api|v1|admin|mail-frame|openapi\\.json|reference)(?=[/?]|$)";
/** What changes with none of our releases, in a file of its own, so that browsers keep it. */
const VENDOR =
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack\/(react-router|react-query|router-core|history|query-core))/;

/** What apps/api/src/dashboard replaces. */
const NONCE = "__CSP_NONCE__";

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  html: command === "build" ? { cspNonce: NONCE } : {},
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "vendor", test: VENDOR }] } } },
  },
  // Writes are taken from pages of PUBLIC_URL alone, which is the API's own address.
  server: { proxy: { [OF_THE_API]: { target: API, headers: { origin: API } } } },
  clearScreen: false,
}));
