import { expect, it } from "@jest/globals";
import { pathOf } from "./qr-path";

it("a QR code's path has a bar for each run of dark modules", () => {
  const path = pathOf([
    [false, false, false],
    [true, true, false],
    [true, false, true],
  ]);
  expect(path).toBe("M0 1h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z");
});
