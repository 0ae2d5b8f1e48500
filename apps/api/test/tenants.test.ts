import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Response } from "supertest";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { openTestApi, type TestApi } from "./api";
import { bodyOf, callerOf, pathsOf, ROUTES, type TestedRoute } from "./route-cases";

const named = ROUTES.filter(({ names }) => names).map((route) => [route.name, route] as const);

let api: TestApi;
let rival: SeededAccount;
beforeAll(async () => {
  api = await openTestApi();
  rival = await seedAccount(api.context);
});
afterAll(() => api.close());

const ask = async (route: TestedRoute, path: string, by = api.tenant): Promise<Response> =>
  api.send(route.method, path, { body: bodyOf(route, api, api.tenant), ...(await callerOf(route, api, by)) });

describe.each(named)("%s", (_, route) => {
  test("answers another tenant's id byte for byte as an unknown one, and changes nothing", async () => {
    const { theirs, nobodys } = await pathsOf(route, api, rival);
    const [their, nobody] = [await ask(route, theirs), await ask(route, nobodys)];
    expect([their.status, their.body.error]).toEqual([404, "not_found"]);
    expect(their.text).toBe(nobody.text);
    expect(common(their)).toEqual(common(nobody));
    expect((await ask(route, theirs, rival)).status).toBeLessThan(300);
  });

  test.each(["x", "..%2f..", "msg_%27--"])("answers what cannot be an id with 404: %s", async (id) => {
    expect((await ask(route, route.path.replaceAll(/:\w+/g, id))).status).toBe(404);
  });
});

/** Headers, but for those that differ between any two requests. */
function common({ headers }: Response): Record<string, string> {
  const { "x-request-id": _id, date: _date, ...rest } = headers as Record<string, string>;
  const counted = Object.entries(rest).filter(([name]) => !name.includes("ratelimit-remaining"));
  return Object.fromEntries(counted);
}
