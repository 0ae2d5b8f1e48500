import { describe, expect, test } from "@jest/globals";
import { FLAG_SCORE, judgeReview, type ReviewVerdict, SUSPEND_SCORE } from "./review";

const verdict = (changes: Partial<ReviewVerdict>): ReviewVerdict => ({
  label: "phishing",
  score: 1,
  structural: true,
  reasons: [],
  provider: "embedded",
  agreed: false,
  ...changes,
});

describe("judgeReview", () => {
  test("passes what is clean, whatever its score", () => {
    expect(judgeReview(verdict({ label: "clean" }))).toBe("pass");
  });

  test("passes below the flag's score and flags from it on", () => {
    expect(judgeReview(verdict({ score: FLAG_SCORE - 0.001 }))).toBe("pass");
    expect(judgeReview(verdict({ score: FLAG_SCORE }))).toBe("flag");
  });

  test("passes a score that is no number", () => {
    expect(judgeReview(verdict({ score: Number.NaN }))).toBe("pass");
  });

  test("suspends at a high score with a structural signal", () => {
    expect(judgeReview(verdict({ score: SUSPEND_SCORE }))).toBe("suspend");
    expect(judgeReview(verdict({ score: SUSPEND_SCORE - 0.001 }))).toBe("flag");
  });

  test("suspends for words alone only where a second provider agrees", () => {
    expect(judgeReview(verdict({ structural: false }))).toBe("flag");
    expect(judgeReview(verdict({ structural: false, agreed: true }))).toBe("suspend");
  });
});
