import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openImageStore } from "../src/image-store";

/** As much of S3 as is used: one bucket, by path. */
interface Bucket {
  url: string;
  objects: Map<string, { bytes: Buffer; contentType: string | undefined }>;
  asked: { method: string | undefined; authorization: string | undefined }[];
  /** The next answers, in place of its own. */
  failures: number[];
  close(): Promise<void>;
}

async function openBucket(): Promise<Bucket> {
  const bucket: Omit<Bucket, "url" | "close"> = { objects: new Map(), asked: [], failures: [] };
  const server = http.createServer((request, response) => void serve(bucket, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...bucket,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  { objects, asked, failures }: Omit<Bucket, "url" | "close">,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method, headers, url = "" } = request;
  asked.push({ method, authorization: headers.authorization });
  const failure = failures.shift();
  if (failure !== undefined) return void response.writeHead(failure).end();
  const key = new URL(url, "http://store").pathname;
  const found = objects.get(key);
  if (method === "PUT")
    objects.set(key, { bytes: Buffer.concat(chunks), contentType: headers["content-type"] });
  if (method === "DELETE") objects.delete(key);
  if (method !== "GET") return void response.writeHead(method === "PUT" ? 200 : 204).end();
  if (found) return void response.writeHead(200, { "Content-Length": found.bytes.length }).end(found.bytes);
  const body = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>No.</Message></Error>';
  response.writeHead(404, { "Content-Type": "application/xml" }).end(body);
}

const IMAGE = { bytes: Buffer.from("GIF89a\x2c\x01\x0a\x00", "latin1"), contentType: "image/gif" };
const KEY = "acc_1/img_1";

describe("images in a bucket", () => {
  let bucket: Bucket;
  let store: ReturnType<typeof openImageStore>;
  beforeEach(async () => {
    bucket = await openBucket();
    const credentials = { accessKeyId: "AKEXAMPLE", secretAccessKey: "secret" };
    store = openImageStore({ bucket: "mail-images", region: "eu-west-1", endpoint: bucket.url, credentials });
  });
  afterEach(async () => {
    store.close();
    await bucket.close();
  });

  test("come back as they were, under their key, signed for", async () => {
    await store.put(KEY, IMAGE);
    expect([...bucket.objects]).toEqual([[`/mail-images/${KEY}`, IMAGE]]);
    expect(await store.get(KEY, 100)).toEqual(IMAGE.bytes);
    await store.remove(KEY);
    expect(await store.get(KEY, 100)).toBeUndefined();
    await store.remove(KEY);
    const signed = /^AWS4-HMAC-SHA256 Credential=AKEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, /;
    for (const { authorization } of bucket.asked) expect(authorization).toMatch(signed);
    expect(bucket.asked.map(({ method }) => method)).toEqual(["PUT", "GET", "DELETE", "GET", "DELETE"]);
  });

  test("that are larger than any of ours are another's objects", async () => {
    await store.put(KEY, IMAGE);
    await expect(store.get(KEY, IMAGE.bytes.length - 1)).rejects.toThrow("another object");
  });

  test("are asked for again where the store fails once, and not for ever", async () => {
    bucket.failures.push(503);
    await store.put(KEY, IMAGE);
    expect(bucket.objects.size).toBe(1);
    bucket.failures.push(503, 503, 503, 503);
    await expect(store.get(KEY, 100)).rejects.toThrow();
    expect(bucket.asked.length).toBe(5);
  });

  test("cannot be had where nobody listens", async () => {
    await bucket.close();
    await expect(store.put(KEY, IMAGE)).rejects.toThrow();
  });
});
