import { expect, test } from "@jest/globals";
import { bodyOf, isWhole, whyNoLogo } from "./brand";

test("an empty field is sent as none, and a logo that was not touched not at all", () => {
  expect(bodyOf({ name: " ", color: "", logo: undefined })).toEqual({ name: null, color: null });
  expect(bodyOf({ name: " Acme ", color: "#112233", logo: null })).toEqual({
    ...{ name: "Acme", color: "#112233", logo: null },
  });
});

test("a colour that is being typed is not whole", () => {
  const whole = ["", "#12", "#1a2B3c", "red"].map((color) => isWhole({ name: "", color, logo: undefined }));
  expect(whole).toEqual([true, false, true, false]);
});

test("a file is no logo by its type or its size", () => {
  expect(whyNoLogo({ type: "image/svg+xml", size: 10 })).toBe("type");
  expect(whyNoLogo({ type: "image/png", size: 256 * 1024 + 1 })).toBe("size");
  expect(whyNoLogo({ type: "image/webp", size: 256 * 1024 })).toBeUndefined();
});
