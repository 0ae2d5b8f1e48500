import { createApp } from "@sendex/api/http/app";
import { describeAdmin, describeApi } from "@sendex/api/http/openapi/document";
import { operatorRoutes } from "@sendex/api/operators/routes";
import { describedRoutes } from "@sendex/api/routes";
import { openContract } from "@sendex/testing/described-answers";
import type { Express } from "express";
import request, { type Test } from "supertest";
import { leaveStream } from "./event-source";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { pageHeaders, type SeededPerson } from "@sendex/testing/people";
import { openTestContext, type TestContext, type TestOverrides } from "@sendex/testing/context";

export const document = describeApi(describedRoutes);
export const contract = openContract(document);
export const adminDocument = describeAdmin(operatorRoutes);
export const adminContract = openContract(adminDocument);

/** The whole HTTP surface over a context of its own, and an account to use it with. */
export interface TestApi extends TestContext {
  app: Express;
  tenant: SeededAccount;
  /** A request with the account's full key, unless it is given another, a person or none. Its answer must be as described. */
  send(method: Method, path: string, options?: SendOptions): Test;
}

export type Method = "get" | "post" | "patch" | "delete" | "put" | "options" | "head";

export interface SendOptions {
  /** `null`: no Authorization header. */
  key?: string | null;
  /** Whose page sends it, in place of a key. */
  as?: SeededPerson;
  body?: unknown;
  headers?: Record<string, string>;
}

export async function openTestApi(overrides: TestOverrides = {}): Promise<TestApi> {
  const test = await openTestContext(overrides);
  const app = createApp(test.context);
  const tenant = await seedAccount(test.context);
  return {
    ...test,
    app,
    tenant,
    send(method, path, { as, key = as ? null : tenant.keys.full, body, headers = {} } = {}) {
      const call = request(app)[method](path);
      call.set(as ? pageHeaders(test.context, as) : {}).set(headers);
      if (key !== null) call.set("Authorization", `Bearer ${key}`);
      if (path.split("?")[0] === "/api/v1/events/stream") call.buffer(true).parse(leaveStream);
      call.expect(({ status, type, body: answered }) => {
        const given = type === "application/json" ? answered : undefined;
        const broken = (path.startsWith("/admin") ? adminContract : contract).check({
          method,
          path,
          status,
          body: given,
          type,
        });
        if (broken !== undefined) throw new Error(broken);
      });
      if (body === undefined) return call;
      return call.set("Content-Type", headers["Content-Type"] ?? typeOf(body)).send(text(body));
    },
  };
}

/** An email that is accepted. */
export function emailOf(
  { domain }: SeededAccount,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    from: `Me <me@${domain}>`,
    to: "you@inbox.example",
    subject: "Hello",
    text: "Hello there",
    ...change,
  };
}

/** A message that is accepted on the Sendarix surface. */
export function messageOf(
  { domain }: SeededAccount,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    from: `me@${domain}`,
    recipient: "you@inbox.example",
    subject: "Hello",
    text: "Hello there",
    ...change,
  };
}

/** What parts the fields of a form that is sent as text. */
export const FORM_BOUNDARY = "form-of-a-test";

function typeOf(body: unknown): string {
  const isForm = typeof body === "string" && body.startsWith(`--${FORM_BOUNDARY}`);
  return isForm ? `multipart/form-data; boundary=${FORM_BOUNDARY}` : "application/json";
}

function text(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
