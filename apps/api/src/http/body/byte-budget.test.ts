import { describe, expect, test } from "@jest/globals";
import { openByteBudget } from "./byte-budget";

describe("openByteBudget", () => {
  test("hands out what there is and takes it back once", async () => {
    const budget = openByteBudget({ total: 10, waitMs: 1000 });
    const give = await budget.take(10);
    expect(budget.inUse()).toBe(10);
    give();
    give();
    expect(budget.inUse()).toBe(0);
  });

  test("lets those who wait in, in their order", async () => {
    const budget = openByteBudget({ total: 10, waitMs: 1000 });
    const order: string[] = [];
    const first = await budget.take(8);
    const large = budget.take(9).then((give) => {
      order.push("large");
      give();
    });
    const small = budget.take(1).then(() => order.push("small"));
    first();
    await Promise.all([large, small]);
    expect(order).toEqual(["large", "small"]);
    expect(budget.inUse()).toBe(1);
  });

  test("says service_unavailable, with a time to come back, when there is no room in time", async () => {
    const budget = openByteBudget({ total: 10, waitMs: 5 });
    await budget.take(10);
    await expect(budget.take(1)).rejects.toMatchObject({ slug: "service_unavailable", retryAfterSeconds: 5 });
  });

  test("does not hold others up for one that gave up", async () => {
    const budget = openByteBudget({ total: 10, waitMs: 5 });
    await budget.take(5);
    const tooLarge = budget.take(9);
    const fits = budget.take(5);
    await expect(tooLarge).rejects.toMatchObject({ slug: "service_unavailable" });
    await expect(Promise.race([fits, Promise.resolve("late")])).resolves.toBeDefined();
    expect(budget.inUse()).toBe(10);
  });
});
