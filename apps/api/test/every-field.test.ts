import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addOperator } from "@sendex/pipeline/access/operators";
import { adminDocument, document, openTestApi, type TestApi } from "./api";
import { type DescribedCase, describedCases } from "./described-cases";
import { type DescribedField, fieldsOf, nameOf, withValue } from "./described-fields";
import { bodyOf, callerOf, OPERATOR_ROUTES, pathsOf, ROUTES } from "./route-cases";

let api: TestApi;
let operatorKey: string;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
  operatorKey = (await addOperator(api.context, "Ada", "a test")).key;
});
afterAll(() => api.close());

const LONG_MS = 300_000;
const CASES = [...describedCases(ROUTES, document), ...describedCases(OPERATOR_ROUTES, adminDocument)];

interface Answer {
  status: number;
  errors: { field: string; code: string }[];
}

async function ask({ route, described }: DescribedCase, path: string, body: unknown): Promise<Answer> {
  const by = described === adminDocument ? { key: operatorKey } : await callerOf(route, api, api.tenant);
  const answer = await api.send(route.method, path, { ...by, body });
  return { status: answer.status, errors: answer.body.errors ?? [] };
}

describe("NUL", () => {
  test.each(CASES)(
    "is refused by name in every field and parameter of $name",
    async (one) => {
      const { theirs } = await pathsOf(one.route, api, api.tenant);
      const broken: string[] = [];
      const expectNamed = ({ status, errors }: Answer, field: string): void => {
        const named = errors.some((error) => error.field === field);
        if (status < 400 || status > 499 || !named)
          broken.push(`${field}: ${status} ${JSON.stringify(errors)}`);
      };
      const body = bodyOf(one.route, api, api.tenant);
      for (const { path } of fieldsOf(one.described, one.operation)) {
        // Of a file's bytes, in whichever form, the whole is named.
        const field = nameOf(path).replace(/\.content\..*/, ".content");
        expectNamed(await ask(one, theirs, withValue(body, path, "a\0b")), field);
        const half = await ask(one, theirs, withValue(body, path, "a\ud83d"));
        if (half.status >= 500) broken.push(`half a surrogate pair in ${field}: ${half.status}`);
      }
      for (const { name, in: where } of one.operation.parameters ?? []) {
        if (where === "query") expectNamed(await ask(one, `${theirs}?${name}=a%00b`, body), name);
        const withNul = one.route.path.replace(`:${name}`, "a%00b").replaceAll(/:\w+/g, "x");
        if (where === "path") expectNamed(await ask(one, withNul, body), name);
      }
      expect(broken).toEqual([]);
    },
    LONG_MS,
  );
});

describe("null", () => {
  test.each(CASES.filter(({ route }) => route.takesBody))(
    "counts as absent in every field of $name that gives it no meaning",
    async (one) => {
      const broken: string[] = [];
      for (const { path } of fieldsOf(one.described, one.operation).filter(isOptional)) {
        const answers = [];
        for (const value of [undefined, null]) {
          // What a path names may have changed by the first answer.
          const { theirs } = await pathsOf(one.route, api, api.tenant);
          const body = withValue(bodyOf(one.route, api, api.tenant), path, value);
          const { status, errors } = await ask(one, theirs, body);
          // 200 and 201 tell what is new from what was there.
          answers.push(JSON.stringify({ status: Math.floor(status / 100), errors }));
        }
        const [absent, empty] = answers;
        if (absent !== empty) broken.push(`${nameOf(path)}: absent ${absent}, null ${empty}`);
      }
      expect(broken).toEqual([]);
    },
    LONG_MS,
  );
});

/** Not an element of an array, nor a key of the caller's own, nor what takes null or anything at all. */
function isOptional({ path, schema }: DescribedField): boolean {
  const { type, const: only, enum: values } = schema;
  const anything = type === undefined && only === undefined && values === undefined;
  const takesNull = type === "null" || (Array.isArray(type) && type.includes("null"));
  return typeof path.at(-1) === "string" && path.at(-1) !== "a" && !anything && !takesNull;
}
