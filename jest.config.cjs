/** Unit tests stand beside their file; integration tests in a package's test/ need the services that the global set-up starts. */
/** What comes as ES modules alone, which Jest's own loader cannot require. */
const ES_MODULES =
  "/(@prisma/schema-engine-wasm|better-auth|@better-auth|better-call|@better-fetch|@noble|jose|nanostores|rou3)/";

const shared = {
  testEnvironment: "<rootDir>/scripts/jest/environment.cjs",
  runtime: "<rootDir>/scripts/jest/runtime.cjs",
  transform: {
    [`^.+\\.ts$|${ES_MODULES}`]: [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  moduleNameMapper: {
    "^@sendex/(api|smtp|worker|sandbox|home|operator|bench|e2e)/(.*)$": "<rootDir>/apps/$1/src/$2.ts",
    "^@sendex/([^/]+)/(.*)$": "<rootDir>/packages/$1/src/$2.ts",
  },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!${ES_MODULES.slice(1)})`],
  modulePathIgnorePatterns: ["<rootDir>/.*/dist/"],
};

module.exports = {
  // Ends a test that hangs; how quick the machine is is not for it to judge.
  testTimeout: 300_000,
  // Much of the integration tests is waiting for processes: three files at a time even on two cores.
  maxWorkers: 3,
  testSequencer: "<rootDir>/scripts/jest/sequencer.cjs",
  // A worker keeps what every file has loaded, and collecting garbage in gigabytes takes longer than starting anew.
  workerIdleMemoryLimit: "1GB",
  projects: [
    { ...shared, displayName: "unit", testMatch: ["<rootDir>/{packages,apps}/*/src/**/*.test.ts"] },
    {
      ...shared,
      displayName: "integration",
      globalSetup: "<rootDir>/scripts/test-setup.mjs",
      testMatch: ["<rootDir>/{packages,apps}/*/test/**/*.test.ts"],
    },
  ],
};
