import { expect, test } from "@jest/globals";
import { gets, posts } from "./plan";
import { requestBytes } from "./request-bytes";

const plan = { port: 80, headers: { Authorization: "Bearer key" } };

test("a POST says how many bytes its JSON has", () => {
  const [request = { method: "GET" as const, path: "" }] = posts("/mails", [{ to: "ü" }]);
  expect(requestBytes(plan, request).toString()).toBe(
    'POST /mails HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Type: application/json\r\nContent-Length: 11\r\nAuthorization: Bearer key\r\n\r\n{"to":"ü"}',
  );
});

test("a GET has no body, and nothing about one", () => {
  const [request = { method: "POST" as const, path: "" }] = gets(["/mails?limit=1"]);
  expect(requestBytes(plan, request).toString()).toBe(
    "GET /mails?limit=1 HTTP/1.1\r\nHost: 127.0.0.1:80\r\nAuthorization: Bearer key\r\n\r\n",
  );
});
