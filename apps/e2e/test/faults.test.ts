import { expect, test } from "@jest/globals";
import { OWN_ROWS } from "../src/faults/rows-own";

/**
 * Rows that need no services of their own and stage what no other file here does, with as few messages as still hit
 * their places.
 */
const FEW: [string, number][] = [
  ["1", 40],
  ["33", 40],
  ["38b", 200],
  ["47", 60],
];
const TEST_MS = 600_000;

test.each(FEW)(
  "row %s of the fault matrix loses and doubles nothing of %i messages",
  async (row, messages) => {
    const fault = OWN_ROWS.find((one) => one.row === row);
    // How long it took is for `npm run test:faults` on a machine of its own.
    expect(await fault?.run(messages)).toMatchObject({ lost: 0, duplicated: 0, misses: [] });
  },
  TEST_MS,
);
