import { describe, expect, it } from "@jest/globals";
import { type BroadcastDraft, bodyOf, realChanges } from "./broadcast-draft";

const DRAFT: BroadcastDraft = {
  ...{
    name: "News",
    segment_id: "seg_1",
    topic_id: null,
    from: "a@a.example",
    reply_to: [],
    subject: "Hello",
  },
  ...{
    preview_text: "",
    html: "<p>Hello</p>",
    blocks: null,
    text: null,
    per_hour: null,
    subject_test: null,
    not_reached_by: [],
  },
};

describe("the changes of a draft", () => {
  it("are what differs from what is stored", () => {
    expect(realChanges(DRAFT, { name: "News", reply_to: [], subject: "Hi" })).toEqual({ subject: "Hi" });
  });

  it("are, once some are stored, what was typed meanwhile", () => {
    const typed = { subject: "Hi there", html: "<p>Hi</p>" };
    expect(realChanges({ subject: "Hi" }, typed)).toEqual(typed);
    expect(realChanges(typed, typed)).toEqual({});
  });

  it("have blocks or HTML, never both", () => {
    const blocks = { items: [{ type: "divider" as const }] };
    expect(bodyOf({ blocks, html: "<p>Hi</p>" })).toEqual({ blocks });
    expect(bodyOf({ blocks: null })).toEqual({ blocks: null });
    expect(bodyOf({ blocks: null, html: "<p>Hi</p>" })).toEqual({ blocks: null, html: "<p>Hi</p>" });
  });

  it("take away what was emptied", () => {
    const none = { segment_id: null, from: "", reply_to: [], preview_text: "", html: "", per_hour: null };
    expect(bodyOf({ ...none, text: "" })).toEqual({
      ...{ segment_id: null, from: null, reply_to: null, preview_text: null, html: null, per_hour: null },
      text: "",
    });
  });
});
