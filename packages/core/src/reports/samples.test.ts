import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type Report, readNotification } from "./report";

/**
 * Notifications written by others, read where they are at hand; report.test.ts covers the same ground with our
 * own. The first test always runs, so a checkout without the samples is not an empty suite.
 */
const SAMPLES = path.resolve(__dirname, "../../../../../shared/ses-samples");
const PUBLISHED = new Date("2026-01-01T00:00:00.000Z");

const EXPECTED: Record<string, string> = {
  "01": "email bounced/bounced recipient@example.com",
  "02": "email complained/complained recipient@example.com",
  "03": "email delivered/delivered recipient@example.com",
  "04": "email sent/sent recipient@example.com",
  "05": "email failed/failed sender@example.com",
  "06": "email opened/- recipient@example.com",
  "07": "email clicked/- recipient@example.com",
  "08": "email failed/failed recipient@example.com",
  "09": "email deferred/deferred recipient@example.com",
  "10": "email unsubscribed/- recipient@example.com",
  "17": "email bounced/bounced jane@example.com",
  "18": "email bounced/bounced jane@example.com, bounced/bounced richard@example.com",
  "19": "email complained/complained richard@example.com",
  "20": "email complained/complained richard@example.com",
  "21": "email delivered/delivered jane@example.com",
  "26": "ignored inbound mail, which is not handled",
  "27": "ignored inbound mail, which is not handled",
  "28": "ignored not JSON",
  "29": "ignored not JSON",
  "30": "ignored not JSON",
  "31": "email bounced/bounced bounce@simulator.amazonses.com",
  "40": "email bounced/bounced_transient relayuser@test.com",
  "57": "ignored not JSON",
};

describe("published samples", () => {
  const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith(".json")) : [];

  test("each one at hand has an expectation", () => {
    expect(files.filter((name) => EXPECTED[name.slice(0, 2)] === undefined)).toEqual([]);
  });

  for (const file of files) {
    test(file, () => {
      const report = readNotification(notificationIn(path.join(SAMPLES, file)), PUBLISHED);
      expect(summary(report)).toBe(EXPECTED[file.slice(0, 2)]);
      if (report.kind === "email") expect(report.at.getTime()).toBeLessThan(PUBLISHED.getTime());
    });
  }
});

/** The notification itself, out of its SNS envelope where the sample is a whole one. */
function notificationIn(file: string): string {
  const text = readFileSync(file, "utf8");
  const parsed: unknown = JSON.parse(text);
  const envelope =
    typeof parsed === "object" && parsed !== null && "Message" in parsed ? parsed.Message : text;
  return String(envelope);
}

function summary(report: Report): string {
  if (report.kind === "ignored") return `ignored ${report.why}`;
  const items = report.items.map(({ type, event, address }) => `${type}/${event ?? "-"} ${address}`);
  return `email ${items.join(", ")}`;
}
