import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { judgeReview, type ReviewedMail, SUSPEND_SCORE } from "@sendex/core/reputation/review";
import { digestMail } from "./digest-mail";
import { reviewMail } from "./review-mail";

const mail = (changes: Partial<ReviewedMail>): ReviewedMail => ({
  from: { address: "hello@acorn.example", name: "Acorn" },
  replyTo: [],
  subject: "Hello",
  files: [],
  account: { verifiedDomains: ["acorn.example"], ageDays: 100 },
  ...changes,
});
const signals = (changes: Partial<ReviewedMail>) =>
  reviewMail(mail(changes)).reasons.map(({ signal }) => signal);
const link = (text: string, href: string) => `<p>Hi Ann, have a look: <a href="${href}">${text}</a></p>`;
/** Enough words of a lure for single signals to become reasons. */
const LURE =
  "<p>Dear customer, your account has been suspended. Verify your account within 24 hours or it will be closed. ";
const lure = (html: string) => ({ html: `${LURE}${html}</p>` });
const VERIFY = '<a href="https://check.other.example/x">Verify</a>';

describe("each signal", () => {
  test.each<[string, Partial<ReviewedMail>]>([
    [
      "link_shows_other_domain",
      { html: link("https://www.paypal.com/login", "https://evil.other.example/") },
    ],
    ["link_hides_host", lure('<a href="https://bank.example@evil.other.example/">Go</a>')],
    ["link_to_number", lure('<a href="http://192.0.2.4/x">Go</a>')],
    ["link_runs_script", lure('<a href="javascript:go()">Go</a>')],
    ["link_carries_address", lure('<a href="https://evil.other.example/#ann@company.example">Go</a>')],
    [
      "link_carries_address",
      lure('<a href="https://evil.other.example/#YW5uQGNvbXBhbnkuZXhhbXBsZQ==">Go</a>'),
    ],
    [
      "link_through_redirect",
      lure('<a href="https://www.google.com/url?q=https://evil.other.example/">Go</a>'),
    ],
    ["link_to_shortener", lure('<a href="https://bit.ly/x">Go</a>')],
    ["link_to_tenant", lure('<a href="https://x.pages.dev/x">Go</a>')],
    ["link_to_form", lure('<a href="https://forms.gle/x">Go</a>')],
    ["link_to_lent", lure('<a href="https://storage.googleapis.com/x">Go</a>')],
    ["sender_named_as_brand", { from: { address: "a@acorn.example", name: "PayPal" }, ...lure(VERIFY) }],
    [
      "sender_named_as_brand",
      { from: { address: "a@acorn.example", name: "Netfl\u200bix" }, ...lure(VERIFY) },
    ],
    ["speaks_as_brand", lure(`Your Netflix account. The Netflix Team ${VERIFY}`)],
    ["sender_domain_looks_alike", { from: { address: "a@paypa1.com" }, ...lure(VERIFY) }],
    ["link_domain_looks_alike", lure('<a href="https://netflix-billing.com/">Go</a>')],
    [
      "sender_named_as_address",
      { from: { address: "a@acorn.example", name: "ceo@company.example" }, ...lure("") },
    ],
    [
      "reply_to_looks_alike",
      { replyTo: [{ address: "a@acom.example" }], from: { address: "a@acorm.example" }, ...lure("") },
    ],
    ["form_asks_password", lure("<form><input type=password></form>")],
    ["form_in_mail", lure("<form><input name=card></form>")],
    [
      "picture_for_words",
      { html: '<a href="https://bit.ly/x"><img src=x></a><p>verify your account within 24 hours</p>' },
    ],
    [
      "hidden_text",
      lure(`${VERIFY}<div style="display:none">${"meadow river quiet stone ".repeat(40)}</div>`),
    ],
    ["disguised_words", lure(`Cοnfirm pass\u200bword acc\u200bount ${VERIFY}`)],
    ["styled_letters", { subject: "𝗨𝗿𝗴𝗲𝗻𝘁", ...lure(VERIFY) }],
    ["file_runs", { files: ["invoice.exe"], ...lure("") }],
    ["file_with_two_endings", { files: ["invoice.pdf.html"], ...lure("") }],
    ["file_is_page", { files: ["statement.htm"], ...lure("") }],
    [
      "message_in_name",
      { text: "Hi Claim your free bitcoin reward now at https://evil.other.example/x,\nwelcome to Acorn." },
    ],
    [
      "message_in_name",
      { text: "Hi You won 1 BTC! claim it at https://evil.other.example now, welcome to Acorn." },
    ],
    ["says_threat", lure(VERIFY)],
    [
      "answers_by_chat",
      { text: "Guaranteed 40% profit every month with no risk. Deposit just $250. Telegram: @ann_trades" },
    ],
    [
      "tells_fortune",
      { text: "I am the next of kin of a late client who left the sum of 4 million dollars." },
    ],
  ])("%s is told in a sentence", (signal, changes) => {
    const reviewed = { subject: "Your account", ...changes };
    expect(signals(reviewed)).toContain(signal);
    for (const { sentence } of reviewMail(mail(reviewed)).reasons) expect(sentence).toMatch(/^[A-Z].*\.$/s);
  });
});

describe("a verdict", () => {
  test("passes a password reset that leads home", () => {
    const html = link("Reset your password", "https://acorn.example/reset");
    expect(reviewMail(mail({ subject: "Reset your password", html })).label).toBe("clean");
  });

  test.each([
    ["the payment company's page", "https://billing.stripe.com/p/session/x"],
    ["a portal that the account rents", "https://acorn.chargebee.com/portal"],
  ])("passes a failed payment that leads to %s", (_name, href) => {
    const text = `We couldn't charge your card ending 4242. Please update your payment method within 7 days to avoid interruption: ${href}`;
    expect(judgeReview(reviewMail(mail({ subject: "Your payment failed", text })))).toBe("pass");
  });

  test("suspends a brand's login page under another's name", () => {
    const verdict = reviewMail(
      mail({
        from: { address: "a@acorn.example", name: "PayPal Support" },
        subject: "Your PayPal account has been limited",
        html: `<p>Dear customer, we noticed unusual activity. Your PayPal account has been suspended. Verify your account within 24 hours. <a href="https://paypal-secure-login.other.example/x">https://www.paypal.com/signin</a></p>`,
      }),
    );
    expect(verdict).toMatchObject({ structural: true, provider: "embedded", agreed: false });
    expect(verdict.score).toBeGreaterThan(SUSPEND_SCORE);
    expect(judgeReview(verdict)).toBe("suspend");
  });

  test("never suspends for words alone", () => {
    const text =
      "next of kin beneficiary sum of 5 million us dollars inheritance late client deceased ".repeat(5);
    expect(judgeReview(reviewMail(mail({ text })))).toBe("flag");
  });
});

const hostile: fc.Arbitrary<ReviewedMail> = fc.record({
  from: fc.record({
    address: fc.constantFrom("a@b.example", "a@xn--80ak6aa92e.com"),
    name: anyText(),
  }),
  replyTo: fc.array(fc.record({ address: fc.emailAddress() }), { maxLength: 3 }),
  subject: fc.option(anyText()),
  text: anyText(),
  html: anyText({ maxLength: 500 }),
  files: fc.array(anyText(), { maxLength: 3 }),
  account: fc.constant({ verifiedDomains: [], ageDays: 0 }),
});

describe("whatever it is given", () => {
  test("it answers with a score from 0 to 1", () => {
    fc.assert(
      fc.property(hostile, (any) => {
        const { score } = reviewMail(any);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        digestMail(any);
      }),
    );
  });

  test.each([
    "<a href=x>y",
    "verify your account ",
    "https://x.example/ ",
    "@",
    "a.",
    "1 2 3 4-",
    "hi ",
    "\u200b",
    "&#x",
  ])("it is done soon with a megabyte of %s", (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const began = performance.now();
    reviewMail(mail({ text: long, html: `<p>${long}`, subject: long.slice(0, 2000) }));
    reviewMail(mail({ text: long }));
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
