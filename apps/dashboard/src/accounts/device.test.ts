import { describe, expect, it } from "@jest/globals";
import { deviceOf } from "./device";

const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";

describe("what a session runs on", () => {
  it("is named by browser and system", () => {
    expect(deviceOf(`${MAC} Chrome/150.0.0.0 Safari/537.36`)).toMatchObject({
      browser: "Chrome",
      system: "macOS",
    });
    expect(deviceOf(`${MAC} Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0`).browser).toBe("Edge");
    expect(deviceOf(`${MAC} Version/19.0 Safari/605.1.15`).browser).toBe("Safari");
  });

  it("is a phone's where the system is one's", () => {
    const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1";
    expect(deviceOf(iphone)).toEqual({ browser: "Safari", system: "iPhone", handheld: true });
  });

  it("is nothing we know where nothing, or something else, was sent", () => {
    expect(deviceOf(null)).toEqual({ handheld: false });
    expect(deviceOf("<script>")).toEqual({ handheld: false });
  });
});
