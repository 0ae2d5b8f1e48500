import { describe, expect, it } from "@jest/globals";
import { invitationMail, resetMail, securityMail } from "./mails";

const LINK = "https://mail.example/accept-invitation?token=x";

describe("an invitation", () => {
  it("says who invites, to what, as what and until when", () => {
    const { text } = invitationMail({ account: "Acme", role: "admin", by: "ada@acme.example", link: LINK });
    expect(text).toContain(
      'ada@acme.example has invited you to be an admin of the account "Acme" on Sendex.',
    );
    expect(text).toContain(`within 7 days:\n\n${LINK}\n`);
  });

  it("of an operator names no one", () => {
    const { text } = invitationMail({ account: "Acme", role: "owner", by: null, link: LINK });
    expect(text).toContain('You are invited to be an owner of the account "Acme" on Sendex.');
  });

  it("keeps a name that somebody chose to one line", () => {
    const account = `Acme\n\nPay here: https://evil.example ${"x".repeat(500)}`;
    const { text } = invitationMail({ account, role: "viewer", by: null, link: LINK });
    expect(text.split("\n\n")).toHaveLength(4);
    expect(text.length).toBeLessThan(500);
  });
});

it("a mail about a new password has the link on a line of its own", () => {
  expect(resetMail(LINK).text.split("\n")).toContain(LINK);
});

it("a mail about what was changed has no link to follow", () => {
  expect(securityMail("password.change").text).not.toContain("http");
});
