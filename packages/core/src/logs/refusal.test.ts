import { describe, expect, it } from "@jest/globals";
import { LOG_BODY_CHARACTERS } from "./redact";
import { keepRefusal } from "./refusal";

const REFUSAL = { statusCode: 422, name: "validation_error", error: "invalid_recipient" };

describe("keepRefusal", () => {
  it("keeps what we said, without the people in it", () => {
    const errors = [{ field: "to[0]", code: "no_mx", message: 'No mail goes to "Ada L"@a.example.' }];
    const body = { ...REFUSAL, message: "ada.l+x@a.example and <bo@b.example> take no mail.", errors };
    expect(JSON.parse(keepRefusal(body) ?? "")).toEqual({
      ...REFUSAL,
      message: "…@a.example and <…@b.example> take no mail.",
      errors: [{ field: "to[0]", code: "no_mx", message: "No mail goes to …@a.example." }],
    });
  });

  it("tells as many wrong fields as find room", () => {
    const error = { field: "a".repeat(120), code: "unknown", message: `${"a".repeat(120)} is not known.` };
    const text =
      keepRefusal({ ...REFUSAL, message: "m".repeat(9_000), errors: Array(100).fill(error) }) ?? "";
    expect(text.length).toBeLessThanOrEqual(LOG_BODY_CHARACTERS);
    expect(JSON.parse(text).errors).toHaveLength(10);
  });

  it.each(["text", null, [1]])("keeps nothing of %j, which is none of ours", (body) => {
    expect(keepRefusal(body)).toBeNull();
  });
});
