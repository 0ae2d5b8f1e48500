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
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack\/(react-router|react-query|router-core|store|react-store|history|query-core))\//;

/**
 * What most pages take comes in a few files: a hundred small ones take longer to ask for than to read. Tables, charts, the
 * editor of mail, dialogs and the palette stay by themselves, and an icon of one page alone goes with that page.
 */
const GROUPS = [
  { name: "vendor", test: VENDOR, priority: 3 },
  { name: "shared", test: /node_modules\//, minShareCount: 50, priority: 2 },
  { name: "icons", test: /node_modules\/lucide-react\//, minShareCount: 2, priority: 2 },
  {
    name: "parts",
    test: /src\/(ui\/(?!table|chart|days|later|dialog|writing)|api|session|live|i18n\/\w+\.ts|routing|app\/(?!palette))|@mantine\/hooks\//,
    minShareCount: 2,
    priority: 1,
  },
];

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
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  // Writes are taken from pages of PUBLIC_URL alone, which is the API's own address.
  server: { proxy: { [OF_THE_API]: { target: API, headers: { origin: API } } } },
  clearScreen: false,
}));
