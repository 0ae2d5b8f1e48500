import { describe, expect, test } from "@jest/globals";
import { judgeReview, type ReviewVerdict } from "./review";
import { type Opinion, weighOpinion } from "./second-opinion";

const first = (changes: Partial<ReviewVerdict>): ReviewVerdict => ({
  label: "phishing",
  score: 0.7,
  structural: false,
  reasons: [{ signal: "says_threat", sentence: "It threatens." }],
  provider: "embedded",
  agreed: false,
  ...changes,
});
const opinion = (changes: Partial<Opinion>): Opinion => ({
  label: "phishing",
  confidence: 0.98,
  reasons: ["It asks for a password."],
  ...changes,
});

describe("weighOpinion", () => {
  test("agreement raises the score half-way and is told with its reasons", () => {
    const verdict = weighOpinion(first({}), opinion({}));
    expect(verdict).toMatchObject({ provider: "llm", agreed: true });
    expect(verdict.score).toBeCloseTo(0.84);
    expect(verdict.reasons.at(-1)).toEqual({ signal: "second_opinion", sentence: "It asks for a password." });
    expect(judgeReview(verdict)).toBe("flag");
  });

  test("agreement on a high score suspends without a structural signal", () => {
    const verdict = weighOpinion(first({ score: 0.98 }), opinion({}));
    expect(judgeReview(verdict)).toBe("suspend");
  });

  test("a doubt that it has alone opens a case and never suspends", () => {
    for (const structural of [true, false]) {
      const verdict = weighOpinion(first({ score: 0.3, structural }), opinion({ confidence: 1 }));
      expect(verdict.agreed).toBe(false);
      expect(judgeReview(verdict)).toBe("flag");
    }
  });

  test("clears what only words spoke against", () => {
    expect(judgeReview(weighOpinion(first({ score: 0.9 }), opinion({ label: "clean" })))).toBe("pass");
  });

  test("clears nothing that the mail's build gives away, or that is nearly sure", () => {
    const built = first({ structural: true });
    expect(weighOpinion(built, opinion({ label: "clean" }))).toEqual(built);
    const sure = first({ score: 0.99 });
    expect(weighOpinion(sure, opinion({ label: "clean" }))).toEqual(sure);
  });

  test("an unsure opinion agrees with nothing", () => {
    expect(weighOpinion(first({ score: 0.98 }), opinion({ confidence: 0.3 })).agreed).toBe(false);
  });
});
