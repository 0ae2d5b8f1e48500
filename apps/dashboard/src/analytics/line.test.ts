import { expect, it } from "@jest/globals";
import { areaBelow, lineThrough } from "./line";

const at = (x: number) => ({ x, y: 10 * x });

it("goes through the spots, and begins anew behind a gap", () => {
  expect(lineThrough([at(1), at(2), undefined, at(4), at(5)])).toBe("M1,10L2,20M4,40L5,50");
});

it("makes a dot of what stands alone", () => {
  expect(lineThrough([undefined, at(2), undefined])).toBe("M2,20h0");
});

it("fills what is below each stretch, and nothing below a dot", () => {
  expect(areaBelow([at(1), at(2), undefined, at(4)], 99)).toBe("M1,10L2,20L2,99L1,99z");
});
