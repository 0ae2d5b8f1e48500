import { describe, expect, test } from "@jest/globals";
import { checkJsonType } from "./content-type";

describe("checkJsonType", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
    'application/json; charset="utf-8"',
    "application/vnd.api+json",
    "application/problem+json; charset=utf8",
  ])("takes %s", (type) => {
    expect(() => checkJsonType({ "content-type": type })).not.toThrow();
  });

  test.each([
    undefined,
    "",
    "text/plain",
    "text/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonx",
    "application/json; charset=latin1",
    "application/xml+json+",
  ])("refuses %s", (type) => {
    expect(() => checkJsonType(type === undefined ? {} : { "content-type": type })).toThrow(
      expect.objectContaining({ slug: "unsupported_media_type" }),
    );
  });

  test("refuses a compressed body", () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect(() => checkJsonType(headers)).toThrow(expect.objectContaining({ slug: "unsupported_media_type" }));
  });
});
