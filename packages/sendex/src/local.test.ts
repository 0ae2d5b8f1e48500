import { expect, test } from "@jest/globals";
import { isLocal } from "./local";

test.each([
  ["http://localhost:3000", true],
  ["http://app.localhost", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:80", true],
  ["http://192.168.1.5", true],
  ["http://172.32.0.1", false],
  ["https://hooks.example", false],
  ["http://8.8.8.8", false],
])("%s is local: %p", (url, expected) => expect(isLocal(new URL(url))).toBe(expected));
