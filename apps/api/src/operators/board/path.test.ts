import { expect, test } from "@jest/globals";
import { readPath } from "./path";

test.each([
  ["/api/queues", "/api/queues", {}],
  ["/api/queues/:queueName/metrics", "/api/queues/deliver/metrics", { queueName: "deliver" }],
  ["/api/queues/:queueName/:jobId", "/api/queues/deliver/a:b", { queueName: "deliver", jobId: "a:b" }],
  ["/api/queues", "/api/queues/deliver", undefined],
  ["/api/queues/:queueName", "/api/queues/", undefined],
  ["/api/queues/:queueName/logs", "/api/queues/deliver/flow", undefined],
])("%s read from %s", (pattern, path, parts) => {
  expect(readPath(pattern, path)).toEqual(parts);
});
