import { expect, test } from "@jest/globals";
import type { Log } from "@sendex/core/ports";
import type { ReviewedMail } from "@sendex/core/reputation/review";
import { openReviewer } from "./reviewer";
import { readSettings } from "./settings";

const env = {
  DATABASE_URL: "postgresql://sendex:x@db/sendex",
  REDIS_URL: "redis://redis:6379",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  KEY_PEPPER: "0123456789abcdef",
  SES_MODE: "aws",
  AWS_REGION: "eu-west-1",
};
const mail: ReviewedMail = {
  from: { address: "a@shop.example", name: "PayPal Support" },
  replyTo: [],
  subject: "Your PayPal account has been limited",
  html: '<p>Verify your account within 24 hours. <a href="https://evil.other.example">https://paypal.com/login</a></p>',
  files: [],
  account: { verifiedDomains: ["shop.example"], ageDays: 1 },
};

test("the review is embedded, and stays where a language model is configured and does not answer", async () => {
  const warned: unknown[] = [];
  const ignore = () => undefined;
  const log: Log = { debug: ignore, info: ignore, error: ignore, warn: (fields) => void warned.push(fields) };
  const tools = { log, clock: () => new Date(0) };
  const embedded = await openReviewer(readSettings(env, "schedule"), tools)(mail);
  expect(embedded).toMatchObject({ label: "phishing", provider: "embedded", structural: true });
  const llm = { REVIEW_LLM_URL: "http://127.0.0.1:1/v1", REVIEW_LLM_MODEL: "small" };
  expect(await openReviewer(readSettings({ ...env, ...llm }, "schedule"), tools)(mail)).toEqual(embedded);
  expect(warned).toHaveLength(1);
});
