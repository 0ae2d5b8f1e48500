import { describe, expect, test } from "@jest/globals";
import { presentAccepted, presentBatch } from "./accepted";

const createdAt = new Date("2026-03-05T12:00:00Z");
const recipients = [{ address: "you@x.example" }, { address: "me@x.example" }];
const queued = { id: "msg_1", createdAt, scheduledAt: null, recipients };
const scheduled = { ...queued, scheduledAt: new Date("2026-03-06T12:00:00Z") };

describe("an accepted message", () => {
  test("is an email on Sendex, with its time when it has one", () => {
    expect(presentAccepted("sendex", queued)).toEqual({
      id: "msg_1",
      object: "email",
      status: "queued",
      created_at: "2026-03-05T12:00:00.000Z",
    });
    expect(presentAccepted("sendex", scheduled)).toMatchObject({
      status: "scheduled",
      scheduled_at: "2026-03-06T12:00:00.000Z",
    });
  });

  test("names its first recipient on Sendarix", () => {
    expect(presentAccepted("sendarix", scheduled)).toEqual({
      message_id: "msg_1",
      status: "scheduled",
      recipient: "you@x.example",
      created_at: "2026-03-05T12:00:00.000Z",
      scheduled_time: "2026-03-06T12:00:00.000Z",
    });
  });

  test("of a batch is its id, beside the errors of a permissive one", () => {
    const field = { field: "[1].to", code: "format", message: "No." };
    const errors = [{ index: 1, message: "No.", errors: [field] }];
    expect(presentBatch([queued])).toEqual({ data: [{ id: "msg_1" }] });
    expect(presentBatch([queued], errors)).toEqual({ data: [{ id: "msg_1" }], errors });
  });
});
