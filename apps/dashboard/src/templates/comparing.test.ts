import { expect, test } from "@jest/globals";
import { changedParts, chosenVersions } from "./comparing";
import type { Content } from "./draft";
import type { ListedVersion } from "./template";

const content: Content = {
  from: "",
  reply_to: [],
  subject: "Hello",
  html: "<p>Hello</p>",
  mjml: null,
  blocks: null,
  text: null,
  variables: [],
};

const version = (number: number): ListedVersion => ({
  object: "template_version",
  id: `tpv_${number}`,
  version: number,
  status: "published",
  current: false,
  subject: null,
  created_at: "2026-03-05T12:00:00.000Z",
  published_at: null,
});

test("the parts in which two versions differ are named", () => {
  expect(changedParts(content, content)).toEqual([]);
  const variables = [{ key: "name", type: "string" as const, fallback: null }];
  expect(changedParts(content, { ...content, from: "a@b.example", variables })).toEqual([
    "subject",
    "variables",
  ]);
});

test("the newest is compared with the one before it", () => {
  const all = [version(3), version(2), version(1)];
  expect(chosenVersions(all, {})).toEqual({ shown: all[0], other: all[1] });
  expect(chosenVersions(all, { version: 2 })).toEqual({ shown: all[1], other: all[2] });
});

test("the first is compared with another only if asked to", () => {
  const all = [version(2), version(1)];
  expect(chosenVersions(all, { version: 1 })).toEqual({ shown: all[1], other: undefined });
  expect(chosenVersions(all, { version: 1, against: 2 })).toEqual({ shown: all[1], other: all[0] });
});
