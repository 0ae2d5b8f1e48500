import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import { PROCESSES, type Stack, type StackOptions, startStack } from "./stack";

const START_MS = 240_000;
const STOP_MS = 120_000;
/** More than the waits inside a test may take together: each of them has its own bound, and says what it waited for. */
const TEST_MS = 400_000;
/** Where nothing happens to PostgreSQL, no test is to see that the machine is busy. */
const DATABASE_PATIENCE = 8;
const LINES_SHOWN = 30;
const LINE_SHOWN = 500;

/** `it` on the file's stack. */
export type OnStack = (name: string, test: (stack: Stack) => Promise<void>, timeoutMs?: number) => void;

/**
 * One stack for all tests of a file, which no process may leave unasked. Faults and losses that a test asked for end with it; what the processes logged is
 * shown when a test fails.
 */
export function useStack(options: StackOptions = {}): OnStack {
  let stack: Stack | undefined;
  beforeAll(async () => {
    stack = await startStack({ patience: options.proxied ? 1 : DATABASE_PATIENCE, ...options });
  }, START_MS);
  afterEach(async () => {
    stack?.relay.pass();
    await stack?.sandbox.clearFaults();
  });
  afterAll(async () => {
    await stack?.close();
  }, STOP_MS);
  return (name, test, timeoutMs = TEST_MS) => {
    it(
      name,
      async () => {
        if (!stack) throw new Error("the stack did not start");
        try {
          await test(stack);
          expect(stack.crashed()).toEqual([]);
        } catch (error) {
          show(stack);
          throw error;
        }
      },
      timeoutMs,
    );
  };
}

/** The last lines of each process that are more than routine. */
function show(stack: Stack): void {
  for (const name of PROCESSES) {
    const told = stack.lines(name).filter((line) => !/"level":"(debug|info)"/.test(line));
    const text = told.slice(-LINES_SHOWN).map((line) => `  ${line.slice(0, LINE_SHOWN)}\n`);
    process.stderr.write(`--- ${name}\n${text.join("")}`);
  }
}
