/**
 * Two subjects of one broadcast: a part of its contacts gets one or the other, by halves; some hours later the rest gets
 * the one that did better (ADR 24).
 */

/** The part of the contacts that is in the test; with 100 there is no rest. */
export const MIN_TEST_PERCENT = 10;
export const MAX_TEST_PERCENT = 100;
/** From the last mail of the test to the decision. */
export const MIN_TEST_HOURS = 1;
export const MAX_TEST_HOURS = 72;
/** The first mails of a test that are counted: more would say nothing else. */
export const COUNTED_TEST_MAILS = 20_000;

export const VARIANTS = ["a", "b"] as const;
export type Variant = (typeof VARIANTS)[number];
/** The tag by which a test's mails are told apart in lists, webhooks and analytics. */
export const VARIANT_TAG = "variant";

export const TEST_MEASURES = ["opened", "clicked"] as const;
export type TestMeasure = (typeof TEST_MEASURES)[number];

export interface SubjectTest {
  /** The other one. */
  subject: string;
  /** Of the contacts. */
  percent: number;
  hours: number;
  /** By what people did with the mails delivered, once each. */
  by: TestMeasure;
}

/** How far a test is. */
export interface TestState {
  subjectTest: SubjectTest | null;
  /** When the last of its mails had been tried; null: not yet. */
  testEndedAt: Date | null;
  /** Whose subject the rest gets. */
  winner: Variant | null;
}

/** `testing`: its mails go out. `waiting`: for people to read them. `decided`: the rest goes out, or has. */
export const TEST_PHASES = ["testing", "waiting", "decided"] as const;
export type TestPhase = (typeof TEST_PHASES)[number];

/** Undefined where there is no test. */
export function testPhase({ subjectTest, testEndedAt, winner }: TestState): TestPhase | undefined {
  if (!subjectTest) return undefined;
  if (winner) return "decided";
  return testEndedAt ? "waiting" : "testing";
}

/** When the rest begins, unless it is decided before; null where that is not known yet, or there is no rest. */
export function decidesAt({ subjectTest, testEndedAt }: TestState): Date | null {
  if (!subjectTest || !testEndedAt || subjectTest.percent === MAX_TEST_PERCENT) return null;
  return new Date(testEndedAt.getTime() + subjectTest.hours * HOUR_MS);
}
const HOUR_MS = 3_600_000;

/** Contacts of a broadcast that are being written to: who is in the test, or who is not. Null: all of them. */
export interface Part {
  inTest: boolean;
  percent: number;
}

export function partOf(state: TestState): Part | null {
  const phase = testPhase(state);
  return phase && state.subjectTest
    ? { inTest: phase !== "decided", percent: state.subjectTest.percent }
    : null;
}

/**
 * Which subject a contact gets; undefined where there is no test.
 * @param lot what a contact drew: the same at every look. Its last two digits say whether it is in the test.
 */
export function variantOf(state: TestState, lot: number): Variant | undefined {
  if (!state.subjectTest) return undefined;
  return state.winner ?? (Math.floor(lot / 100) % 2 === 0 ? "a" : "b");
}

/** Of the mails with one subject. */
export interface VariantCounts {
  delivered: number;
  /** By people, once each. */
  opened: number;
  clicked: number;
}

/** Whose share of the mails delivered is the larger one; the first subject's where they are alike. */
export function betterOf(by: TestMeasure, a: VariantCounts, b: VariantCounts): Variant {
  return b[by] * a.delivered > a[by] * b.delivered ? "b" : "a";
}

/**
 * Whether so large a difference would come by chance less than once in twenty tests: two shares compared by their pooled
 * standard error.
 */
export function isClear(by: TestMeasure, a: VariantCounts, b: VariantCounts): boolean {
  const all = a.delivered + b.delivered;
  const pooled = (a[by] + b[by]) / all;
  if (a.delivered === 0 || b.delivered === 0 || pooled === 0 || pooled === 1) return false;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.delivered + 1 / b.delivered));
  return Math.abs(a[by] / a.delivered - b[by] / b.delivered) / error >= CLEAR;
}
const CLEAR = 1.96;
