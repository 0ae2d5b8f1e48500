import { describe, expect, test } from "@jest/globals";
import { createFaults, readFaultSpec } from "./faults";
import { withFault } from "./withFault";

describe("faults", () => {
  test("strike in the order they were added, each as often as it says", () => {
    const faults = createFaults(() => 0);
    faults.add(readFaultSpec({ operation: "SendRawEmail", error: "InternalFailure", count: 1 }));
    faults.add(readFaultSpec({ operation: "*", error: "Throttling" }));
    expect(faults.draw("SendRawEmail")?.error).toBe("InternalFailure");
    expect(faults.draw("SendRawEmail")?.error).toBe("Throttling");
    expect(faults.draw("GetSendQuota")?.error).toBe("Throttling");
    expect(faults.list().map(({ hits }) => hits)).toEqual([1, 2]);
    faults.clear();
    expect(faults.draw("SendRawEmail")).toBeNull();
  });

  test("strike the share of calls that the rate says", () => {
    const dice = [0.1, 0.6, 0.49, 0.5];
    const faults = createFaults(() => dice.shift() ?? 1);
    faults.add(readFaultSpec({ operation: "SendEmail", error: "timeout", rate: 0.5 }));
    expect([1, 2, 3, 4].map(() => faults.draw("SendEmail") !== null)).toEqual([true, false, true, false]);
  });

  test.each([
    [{ operation: 1 }, "operation must be a string"],
    [{ error: 1 }, "error must be a string"],
    [{ when: "during" }, "when must be before or after"],
    [{ rate: "1" }, "rate must be from 0 to 1"],
    [{ count: -1 }, "count must be a whole number from 0 up"],
    [{ latency_ms: 0.5 }, "latency_ms must be a whole number from 0 up"],
  ])("%j is not understood", (body, message) => {
    expect(() => readFaultSpec(body)).toThrow(message);
  });
});

describe("withFault", () => {
  test("after: a call refused for its own reasons does not use the fault up", async () => {
    const faults = createFaults();
    faults.add(readFaultSpec({ operation: "SendEmail", error: "EmptyId", when: "after", count: 1 }));
    const refused = withFault(faults, "SendEmail", () => Promise.reject(new Error("refused")));
    await expect(refused).rejects.toThrow("refused");
    expect(await withFault(faults, "SendEmail", () => "id")).toEqual({ kind: "EmptyId" });
    expect(await withFault(faults, "SendEmail", () => "id")).toEqual({ kind: "done", result: "id" });
  });

  test("before: the operation is not performed", async () => {
    const faults = createFaults();
    faults.add(readFaultSpec({ operation: "SendEmail", error: "reset" }));
    let performed = 0;
    expect(await withFault(faults, "SendEmail", () => (performed += 1))).toEqual({ kind: "reset" });
    expect(performed).toBe(0);
  });
});
