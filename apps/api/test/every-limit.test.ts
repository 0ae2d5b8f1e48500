import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addOperator } from "@sendex/pipeline/access/operators";
import { newId } from "@sendex/crypto/token";
import { isObject } from "@sendex/kit/loose";
import { adminDocument, document, emailOf, openTestApi, type TestApi } from "./api";
import { type DescribedField, nameOf, placesOf, withValue } from "./described-fields";
import { type DescribedCase, describedCases } from "./described-cases";
import { type LimitCase, limitCases, unlimited } from "./limit-cases";
import { bodyOf, callerOf, OPERATOR_ROUTES, pathsOf, ROUTES } from "./route-cases";

let api: TestApi;
let operatorKey: string;
let template: string;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
  operatorKey = (await addOperator(api.context, "Ada", "a test")).key;
  const made = await api.send("post", "/api/v1/templates", {
    body: { name: "Plain", subject: "Hello", text: "Hello" },
  });
  template = made.body.id;
  await api.send("post", `/api/v1/templates/${template}/publish`);
});
afterAll(() => api.close());

const LONG_MS = 240_000;
const CASES = [...describedCases(ROUTES, document), ...describedCases(OPERATOR_ROUTES, adminDocument)];

/** Fields whose value keeps the limit and is refused all the same, as it names nothing. */
const NAMES_NOTHING: Record<string, string> = {
  domain_id: "unknown",
  segments: "unknown",
  not_reached_by: "unknown",
  "properties.a": "unknown",
  topics: "unknown",
  fields: "unknown",
  template: "unknown",
  "double_opt_in.topics": "unknown",
  "double_opt_in.template": "unknown",
  "double_opt_in.from": "not_verified",
  "domains[0]": "unknown",
  to: "unknown",
  "to[0]": "unknown",
  "from.email": "not_verified",
  "attachments[0].path": "unreachable",
  scheduled_at: "format",
  scheduled_time: "format",
  confirm: "format",
};

interface Answer {
  status: number;
  message: string;
  errors: { field: string; code: string }[];
}

async function ask(one: DescribedCase, path: string, body: unknown, headers = {}): Promise<Answer> {
  const isAdmin = one.described === adminDocument;
  const by = isAdmin ? { key: operatorKey } : await callerOf(one.route, api, api.tenant);
  const answer = await api.send(one.route.method, path, { ...by, body, headers });
  return { status: answer.status, message: answer.body.message, errors: answer.body.errors ?? [] };
}

describe("limits", () => {
  test.each(CASES)(
    "that are described of $name hold: what keeps one is accepted, what goes over it is refused by name",
    async (one) => {
      const broken: string[] = [];
      let address = (await pathsOf(one.route, api, api.tenant)).theirs;
      const check = async (
        name: string,
        { word, limit, ...given }: LimitCase,
        send: (path: string, value: unknown) => Promise<Answer>,
      ): Promise<void> => {
        const says = (kind: string, { status, message, errors }: Answer): number =>
          broken.push(
            `${name || "the body"} ${kind} ${word} ${JSON.stringify(limit)}: ${status} ${message} ${JSON.stringify(errors).slice(0, 300)}`,
          );
        if (given.within !== undefined) {
          // What it names may have changed by the last answer.
          if (one.route.method !== "get") address = (await pathsOf(one.route, api, api.tenant)).theirs;
          const answer = await send(address, given.within);
          const named = answer.errors.filter(
            ({ field, code }) => isAbout(field, name) && code !== NAMES_NOTHING[bare(name)],
          );
          if (answer.status >= 500 || named.length > 0) says("at", answer);
        }
        const answer = await send(address, given.beyond);
        const named =
          answer.errors.some(({ field }) => isAbout(field, name)) ||
          (answer.errors.length === 0 && WITHOUT_FIELDS[name]?.test(answer.message));
        if (answer.status < 400 || answer.status > 499 || !named) says("over", answer);
      };
      for (const { path, schema } of placesOf(one.described, one.operation)) {
        const name = nameOf(path);
        const long = unlimited(schema, sampleOf(bare(name)));
        if (long !== undefined) {
          const { errors } = await ask(one, address, withValue(bodyFor(one, path), path, long));
          const held = errors.filter(({ code }) => /^too_/.test(code));
          if (held.length > 0)
            broken.push(`${name} has a limit that is not described: ${JSON.stringify(held)}`);
        }
        for (const limit of limitCases(bare(name), schema, sampleOf(bare(name))))
          await check(name, limit, (theirs, value) =>
            ask(one, theirs, withValue(bodyFor(one, path), path, value)),
          );
      }
      for (const { name, in: where, schema } of one.operation.parameters ?? [])
        for (const limit of limitCases(`${name}?`, schema, undefined))
          await check(name, limit, (theirs, value) => {
            const query = where === "query" ? `?${new URLSearchParams({ [name]: String(value) })}` : "";
            const headers = where === "header" ? { [name]: String(value) } : {};
            return ask(one, `${theirs}${query}`, bodyOf(one.route, api, api.tenant), headers);
          });
      expect(broken).toEqual([]);
    },
    LONG_MS,
  );
});

/** What is no field is named by its sentence. */
const WITHOUT_FIELDS: Record<string, RegExp> = {
  "": /^The body must be an array of/,
  "Idempotency-Key": /idempotency key/,
};

/** A lone address in an array is named by the array, and a wrong header by its name. */
function isAbout(field: string, name: string): boolean {
  const begins = (a: string, b: string): boolean =>
    a === b || a.startsWith(`${b}.`) || (b !== "" && a.startsWith(`${b}[`));
  return begins(field, name) || (field !== "" && begins(name, field));
}

/** Without the place of an email in its batch. */
function bare(name: string): string {
  return name.replace(/^\[0\]\.?/, "");
}

type Path = DescribedField["path"];

/** A body that is accepted, with what the field needs beside itself. */
function bodyFor(one: DescribedCase, path: Path): unknown {
  const body = bodyOf(one.route, api, api.tenant);
  const field = bare(nameOf(path));
  const beside = (key: string, value: unknown): unknown =>
    withValue(body, [...path.slice(0, -1), key], value);
  if (field === "attachments[0].content.data[0]")
    return withValue(body, path.slice(0, -2), { type: "Buffer", data: [1] });
  if (/^(recipient|cc|bcc|reply_to)(\[0\])?\.name$/.test(field)) return beside("email", "you@inbox.example");
  if (field === "from.name") return beside("email", `me@${api.tenant.domain}`);
  if (field === "variables[0].name") return beside("key", undefined);
  if (/^(ids|suppressions)$/.test(field) || one.route.path.endsWith("/preview")) return {};
  if (!one.route.sends || !field.startsWith("template")) return body;
  const words = ({ subject: _, text: __, ...rest }: Record<string, unknown>) => ({
    ...rest,
    template: { id: template },
  });
  if (Array.isArray(body)) return body.map(words);
  return isObject(body) ? words(body) : body;
}

/** What a text is lengthened from, and an array filled with. */
function sampleOf(field: string): unknown {
  if (field === "from" || field === "double_opt_in.from") return `Me <me@${api.tenant.domain}>`;
  if (/^(to|cc|bcc|reply_to|recipients?|emails?)(\[0\])?$/.test(field)) return "you@inbox.example";
  if (field === "attachments") return { filename: "a.txt", content: "SGVsbG8=" };
  if (field === "tags") return { name: "a", value: "b" };
  if (field === "variables") return (i: number) => ({ key: `k${i}` });
  if (field === "domains") return api.tenant.domain;
  if (field === "ids") return newId("sup", api.clock.now());
  if (field === "suppressions") return { email: "gone@inbox.example" };
  if (field === "events") return "email.sent";
  if (field === "not_reached_by") return newId("bc", api.clock.now());
  if (field === "segments") return { id: newId("seg", api.clock.now()) };
  if (field === "double_opt_in.topics") return { id: newId("top", api.clock.now()) };
  if (field === "allowed_origins") return "https://acme.example";
  if (field === "fields") return "plan";
  if (field === "topics") return { id: newId("top", api.clock.now()), subscription: "opt_in" };
  if (/^rule(\.groups\[0\])?\.conditions$/.test(field)) return { field: "email", operator: "is_set" };
  if (field === "rule.groups") return { match: "all", conditions: [] };
  return field === "" ? emailOf(api.tenant) : undefined;
}
