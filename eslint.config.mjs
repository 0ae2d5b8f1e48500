/** The house rules that a machine can hold; CONTRIBUTING.md says what they are for. */
import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const TESTS = [
  "{packages,apps}/*/src/**/*.test.ts",
  "{packages,apps}/*/test/**/*.ts",
  "apps/e2e/**/*.ts",
  "packages/testing/**/*.ts",
];

/** Runs in browsers, with types of its own. */
const DASHBOARD = "apps/dashboard/src/**/*.{ts,tsx}";

/** Processes that read the environment themselves instead of being given typed settings. */
const READS_ENVIRONMENT = [
  "packages/boot/src/**/*.ts",
  "apps/home/src/**/*.ts",
  "apps/bench/src/**/*.ts",
  "apps/*/src/{main,settings}.ts",
  "packages/sendex/src/main.ts",
];

/** What calls out over HTTP without the guard of packages/outside: the client of our API, the customers' command line, the stand-in for AWS, what starts us at home, and the dashboard's way to its own server. */
const CALLS_OUT = [
  "packages/{outside,sdk,sendex}/src/**/*.ts",
  "apps/{sandbox,home,bench}/src/**/*.ts",
  "apps/dashboard/src/api/*.ts",
];

const ENVIRONMENT = {
  object: "process",
  property: "env",
  message: "Only boot reads the environment; take settings.",
};
const NOW = {
  object: "Date",
  property: "now",
  message: "Take `now` or a clock; only clock.ts asks the machine.",
};
const NEW_DATE = {
  selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
  message: NOW.message,
};
/** PostgreSQL's types are compared with those of declared statements alone: packages/data/test/statements.test.ts. */
const UNDECLARED_SQL = {
  selector:
    "CallExpression[callee.property.name='query']:not([arguments.length=1][arguments.0.type=/^(Call|Conditional)Expression$/])",
  message: "Declare the statement (database/statement.ts) and give it its values by name.",
};
const COUNTED_SQL = {
  selector: ":matches(Literal[value=/\\$\\d/], TemplateElement[value.raw=/\\$\\d/])",
  message: "Parameters have names; only database/parameters.ts counts them.",
};
const FETCH = { name: "fetch", message: "packages/outside makes the requests, behind its guard." };
const EVERY_TEST_RUNS = "No test is left out and none runs alone.";
const PARTIAL_RUNS = ["describe", "it", "test"].flatMap((object) =>
  ["only", "skip", "todo"].map((property) => ({ object, property, message: EVERY_TEST_RUNS })),
);
const PARTIAL_IMPORTS = {
  name: "@jest/globals",
  importNames: ["fit", "fdescribe", "xit", "xtest", "xdescribe"],
  message: EVERY_TEST_RUNS,
};

const NODE_GLOBALS = [
  ...["AbortController", "AbortSignal", "Buffer", "URL", "URLSearchParams", "console", "fetch"],
  ...["clearInterval", "clearTimeout", "setImmediate", "setInterval", "setTimeout", "performance", "process"],
];

/** A rule is switched off only with its reason: `eslint-disable-next-line rule -- reason`. */
const disableSaysWhy = {
  meta: { type: "suggestion", schema: [], messages: { why: "Say why, after ` -- `." } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const silent = /^\s*eslint-disable(?!.*\s--\s+\S)|^\s*@ts-(?:ignore|nocheck)\b/su.test(comment.value);
        if (silent) context.report({ loc: comment.loc, messageId: "why" });
      }
    },
  }),
};

export default defineConfig(
  { ignores: ["**/dist/", "**/node_modules/", "**/generated/", "**/.*/", "coverage/"] },
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { house: { rules: { "disable-says-why": disableSaysWhy } } },
    rules: {
      "house/disable-says-why": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 50 }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
    },
  },
  {
    files: ["**/*.{mjs,cjs}"],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, "readonly"])) },
  },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable", require: "readonly" } } },
  { files: ["**/*.{ts,tsx}"], extends: [tseslint.configs.strict] },
  {
    files: ["{packages,apps}/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true } }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A check against what the wire may really bring looks unnecessary to the types.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      // Slow: a third of the whole lint, for classes and enums that we do not write.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      // `async` also turns a throw into a rejection, and fits a function to its port.
      "@typescript-eslint/require-await": "off",
      // Our interfaces hold functions, not methods: none uses `this`.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["{packages,apps}/*/src/**/*.{ts,tsx}"],
    ignores: TESTS,
    rules: {
      "no-restricted-properties": ["error", ENVIRONMENT, NOW],
      "no-restricted-syntax": ["error", NEW_DATE],
      "no-restricted-globals": ["error", FETCH],
    },
  },
  {
    files: ["packages/data/src/**/*.ts"],
    ignores: TESTS,
    rules: { "no-restricted-syntax": ["error", NEW_DATE, COUNTED_SQL] },
  },
  {
    files: ["packages/data/src/**/*.ts"],
    // What opens, makes and migrates a database has texts without parameters, with names in them.
    ignores: [...TESTS, "packages/data/src/database/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", NEW_DATE, COUNTED_SQL, UNDECLARED_SQL] },
  },
  {
    files: READS_ENVIRONMENT,
    ignores: TESTS,
    rules: { "no-restricted-properties": ["error", NOW] },
  },
  {
    files: ["{packages,apps}/*/src/**/clock.ts"],
    rules: { "no-restricted-properties": ["error", ENVIRONMENT], "no-restricted-syntax": "off" },
  },
  { files: CALLS_OUT, rules: { "no-restricted-globals": "off" } },
  {
    files: [DASHBOARD],
    extends: [reactHooks.configs.flat["recommended-latest"]],
    languageOptions: { parserOptions: { project: "./apps/dashboard/tsconfig.json" } },
    // Most lines of a component, or of a table's columns, are markup.
    rules: { "max-lines-per-function": ["error", { max: 65 }] },
  },
  {
    files: TESTS,
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      "no-control-regex": "off",
      "no-restricted-imports": ["error", PARTIAL_IMPORTS],
      "no-restricted-properties": ["error", ...PARTIAL_RUNS],
      // What an HTTP answer holds is `any` until the test has looked at it.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
    },
  },
);
