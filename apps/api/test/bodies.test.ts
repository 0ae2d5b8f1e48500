import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Listening, startServer } from "@sendex/api/http/server";
import { MAX_BODY_BYTES } from "@sendex/core/accepting/message";
import { emailOf, openTestApi, type TestApi } from "./api";

let api: TestApi;
let server: Listening;
beforeAll(async () => {
  api = await openTestApi();
  server = await startServer(api.app, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server.close(1_000);
  await api.close();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** Sends a body in pieces, and the whole of it, as simple clients do, before it reads the answer. */
function upload(pieces: Buffer[], headers: Record<string, string>, path = "/api/v1/emails"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const authorization = headers["authorization"] ?? api.tenant.authorization;
    const all = { "content-type": "application/json", ...headers, authorization };
    const call = httpRequest({ host: "127.0.0.1", port: server.port, method: "POST", path, headers: all });
    call.on("error", reject).on("response", (response) => {
      const read: Buffer[] = [];
      response.on("data", (piece: Buffer) => read.push(piece)).on("error", reject);
      response.on("end", () => {
        const body: Record<string, unknown> = JSON.parse(Buffer.concat(read).toString());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    for (const piece of pieces) call.write(piece);
    call.end();
  });
}

const pieces = (bytes: number): Buffer[] =>
  Array.from({ length: bytes / 65_536 }, () => Buffer.alloc(65_536, 0x20));
const over = MAX_BODY_BYTES + 10 * 65_536;

describe("a request body", () => {
  test("over the limit is refused by its declared length, and the client can read why", async () => {
    const answer = await upload(pieces(over), { "content-length": String(over) });
    expect([answer.status, answer.body["error"]]).toEqual([413, "payload_too_large"]);
    expect(answer.body["message"]).toContain("50 MB");
    expect(answer.headers).toMatchObject({ connection: "close" });
    expect(answer.headers).toHaveProperty("x-ratelimit-remaining");
  });

  test("over the limit is refused when it is chunked, too", async () => {
    const answer = await upload(pieces(over), {});
    expect([answer.status, answer.body["error"], answer.headers.connection]).toEqual([
      413,
      "payload_too_large",
      "close",
    ]);
  });

  test("over the limit is refused on a route that reads none", async () => {
    const path = "/api/v1/emails/msg_01kansas1200000000000000000/cancel";
    const answer = await upload(pieces(over), { "content-length": String(over) }, path);
    expect(answer.status).toBe(413);
  });

  test("of a stranger is not read: 401, whatever its size", async () => {
    const answer = await upload(pieces(20 * 65_536), { authorization: "Bearer rubbish" });
    expect([answer.status, answer.headers.connection]).toEqual([401, "close"]);
  });

  test("of another type is 415", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/json; charset=latin1",
    ]) {
      const answer = await upload([Buffer.from("{}")], { "content-type": type });
      expect([answer.status, answer.body["error"]]).toEqual([415, "unsupported_media_type"]);
    }
    const zipped = await upload([Buffer.from("{}")], { "content-encoding": "gzip" });
    expect(zipped.status).toBe(415);
    const api = await upload([Buffer.from("{}")], {
      "content-type": "application/vnd.api+json; charset=UTF-8",
    });
    expect(api.status).toBe(400);
  });

  test.each([
    ["nested too deeply", `${"[".repeat(33)}${"]".repeat(33)}`],
    ["of too many keys", `{${Array.from({ length: 10_001 }, (_, i) => `"k${i}":1`).join(",")}}`],
    ["with a key __proto__", '{"__proto__":{"from":"a@b.example"}}'],
    ["cut off", '{"from":"a@b.example"'],
  ])("%s is 400", async (_, text) => {
    const answer = await upload([Buffer.from(text)], {});
    expect([answer.status, answer.body["error"], answer.body["errors"]]).toEqual([
      400,
      "bad_request",
      undefined,
    ]);
  });

  test("that is not UTF-8 is 400", async () => {
    const answer = await upload(
      [Buffer.from('{"subject":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')],
      {},
    );
    expect(answer.body["message"]).toContain("not valid UTF-8");
  });

  test("of many MB is read off the event loop, chunked or not, with its files intact", async () => {
    const content = Buffer.alloc(3 * 1024 * 1024, "file").toString("base64");
    const attachments = [{ filename: "a.bin", content }];
    const body = Buffer.from(JSON.stringify(emailOf(api.tenant, { attachments })));
    const declared: Record<string, string> = { "content-length": String(body.length) };
    for (const headers of [declared, {}]) {
      const answer = await upload([body], headers);
      expect(answer.status).toBe(202);
    }
    const bad = Buffer.from(
      JSON.stringify(emailOf(api.tenant, { attachments: [{ content: `${content}!` }] })),
    );
    const refused = await upload([bad], {});
    expect(refused.body["errors"]).toEqual([
      expect.objectContaining({ field: "attachments[0].content", code: "format" }),
    ]);
    const broken = await upload([bad.subarray(0, -1)], {});
    expect(broken.body["message"]).toMatch(
      /^The body is not valid JSON at line 1, column \d+: a closing brace/,
    );
  });

  test("of many MB with an idempotency key is recognised however it is written", async () => {
    const data = [...Buffer.alloc(300_000, "file")];
    const file = (content: unknown) => emailOf(api.tenant, { attachments: [{ filename: "a.bin", content }] });
    const base64 = Buffer.from(data).toString("base64");
    const headers = { "idempotency-key": "large" };
    const first = await upload([Buffer.from(JSON.stringify(file(base64)))], headers);
    const spaced = await upload([Buffer.from(JSON.stringify(file(base64), null, 2))], headers);
    expect([spaced.status, spaced.headers["idempotent-replayed"]]).toEqual([202, "true"]);
    expect(spaced.body).toEqual(first.body);
  });

  test("that makes a mail too large for SES is 413 and names both sizes", async () => {
    const content = Buffer.alloc(33 * 1024 * 1024).toString("base64");
    const attachments = [{ filename: "a.bin", content }];
    const answer = await upload([Buffer.from(JSON.stringify(emailOf(api.tenant, { attachments })))], {});
    expect([answer.status, answer.body["error"]]).toEqual([413, "payload_too_large"]);
    expect(answer.body["message"]).toMatch(/\d+\.\d MB.*40\.0 MB/);
  });

  test("announced with Expect: 100-continue is only asked for when it is wanted", async () => {
    const asked = (authorization: string): Promise<[boolean, number]> =>
      new Promise((resolve, reject) => {
        let continued = false;
        const body = JSON.stringify(emailOf(api.tenant));
        const headers = {
          authorization,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          expect: "100-continue",
        };
        const call = httpRequest({
          host: "127.0.0.1",
          port: server.port,
          method: "POST",
          path: "/api/v1/emails",
          headers,
        });
        call.on("continue", () => {
          continued = true;
          call.end(body);
        });
        call.on("error", reject).on("response", (response) => {
          response.resume().on("end", () => resolve([continued, response.statusCode ?? 0]));
        });
        call.flushHeaders();
      });
    expect(await asked(api.tenant.authorization)).toEqual([true, 202]);
    expect(await asked("Bearer rubbish")).toEqual([false, 401]);
  });
});
