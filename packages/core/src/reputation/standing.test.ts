import { describe, expect, it } from "@jest/globals";
import { denialMail, pauseMail, reinstatementMail, suspensionMail, warningMail } from "../accounts";
import { rateGrounds } from "./standing";

describe("the grounds of a suspension", () => {
  it("are a sentence with the figures, and the figures", () => {
    const { reason, evidence } = rateGrounds({ sent: 60, hurt: 3 });
    expect(reason).toBe(
      "3 of the 60 recipients of the last 15 days bounced or complained: 5 %, above the limit of 4 %.",
    );
    expect(evidence).toEqual({ sent: 60, hurt: 3, percent: 5, threshold_percent: 4, window_days: 15 });
  });
});

describe("mail to an account's owner", () => {
  const grounds = rateGrounds({ sent: 60, hurt: 3 });

  it("tells of a suspension why, what becomes of the mail, and how to appeal", () => {
    const { subject, text } = suspensionMail(grounds);
    expect(subject).toMatch(/suspended/);
    for (const part of [
      grounds.reason,
      "403 account_suspended",
      "72 hours",
      "/api/v1/account/appeals",
      "opt-in",
    ])
      expect(text).toContain(part);
  });

  it("names the message that a content review was about, and spares the advice about lists", () => {
    const { text } = suspensionMail({
      cause: "content",
      reason: "It looks like phishing.",
      evidence: { message_id: "msg_1" },
    });
    expect(text).toContain("msg_1");
    expect(text).not.toContain("opt-in");
  });

  it("carries an operator's note", () => {
    expect(reinstatementMail("Clean lists, please.").text).toContain("Clean lists, please.");
    expect(reinstatementMail(null).text).not.toContain("note");
  });

  it.each([
    [2, "2 times"],
    [1, "once"],
    [0, "used up"],
  ])("tells with %i appeals left how often one may appeal", (left, words) => {
    expect(denialMail(null, left).text).toContain(words);
  });

  it("warns with the rate and with what comes next", () => {
    expect(warningMail({ sent: 100, hurt: 3 }).text).toMatch(
      /3 %, above 2 %. At 4 % the account is suspended/,
    );
  });

  it("names a paused source by its name and its id", () => {
    const { subject, text } = pauseMail({ kind: "template", id: "tpl_1", name: "Invoice" }, "It bounced.");
    expect(subject).toBe("Your template Invoice is paused");
    expect(text).toContain('"Invoice" (tpl_1)');
  });
});
