import { expect, test } from "@jest/globals";
import { createZones } from "./zones";

test("domains take mail unless they lie under .invalid or were told otherwise", () => {
  const zones = createZones();
  expect(zones.mailOf("example.org")).toBe("ok");
  expect(zones.mailOf("a.b.INVALID.")).toBe("nxdomain");
  expect(zones.mailOf("notinvalid")).toBe("ok");
  zones.set("Example.org.", "null");
  expect(zones.mailOf("example.ORG")).toBe("null");
  expect(zones.mailOf("sub.example.org")).toBe("ok");
  zones.set("host.invalid", "ok");
  expect(zones.mailOf("host.invalid")).toBe("ok");
});
