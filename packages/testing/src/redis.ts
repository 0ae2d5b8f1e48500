import { randomUUID } from "node:crypto";
import { variable } from "./environment";

/** The Redis of this test run; `database` (0–15) keeps test files apart that flush. */
export function testRedisUrl(database = 0): string {
  return `${variable("TEST_REDIS_URL")}/${database}`;
}

export function testPrefix(): string {
  return `test-${randomUUID()}`;
}
