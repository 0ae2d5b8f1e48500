import { expect, it } from "@jest/globals";
import { isBareSimulator, isSimulator } from "./simulator";

it.each([
  ["bounce@simulator.amazonses.com", true],
  ["bounce+label@simulator.amazonses.com", true],
  ["Complaint@Simulator.AmazonSES.com", true],
  ["anything@simulator.amazonses.com", true],
  ["bounce@simulator.amazonses.com.example", false],
  ["bounce@not-simulator.amazonses.com", false],
  ["bounce@sub.simulator.amazonses.com", false],
  ["simulator.amazonses.com@example.com", false],
])("%s is the mailbox simulator's: %s", (address, is) => {
  expect(isSimulator(address)).toBe(is);
});

it("its own addresses are those without a label", () => {
  expect(isBareSimulator("bounce@simulator.amazonses.com")).toBe(true);
  expect(isBareSimulator("bounce+label@simulator.amazonses.com")).toBe(false);
  expect(isBareSimulator("anything@simulator.amazonses.com")).toBe(false);
});
