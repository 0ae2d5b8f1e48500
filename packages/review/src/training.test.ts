import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseMailbox } from "@sendex/core/accepting/address";
import { FLAG_SCORE, judgeReview, type ReviewedMail } from "@sendex/core/reputation/review";
import { reviewMail } from "./review-mail";

/** The examples written for training: `== label`, headers, text with `[words](link)`. */
const FOLDER = path.join(__dirname, "../training");
const examples = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(path.join(FOLDER, file), "utf8")
    .split(/^== /m)
    .slice(1)
    .map((piece) => ({ file, label: piece.split("\n", 1)[0] ?? "", mail: toMail(piece) })),
);

function toMail(piece: string): ReviewedMail {
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(piece)?.[1];
  const from = parseMailbox(header("From") ?? "Notice <notice@small-shop.example>");
  if (!from) throw new Error(piece);
  const body = piece.replace(/^.*\n/, "").replace(/^(?:From|Subject): .*\n/gm, "");
  return {
    from,
    replyTo: [],
    subject: header("Subject") ?? null,
    html: body.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>').replaceAll("\n", "<br>"),
    files: [],
    account: { verifiedDomains: [from.address.replace(/^.*@/, "")], ageDays: 60 },
  };
}

test("honest mail in every language of the examples passes", () => {
  const honest = examples.filter(({ label }) => label === "honest");
  expect(honest.length).toBeGreaterThan(60);
  const stopped = honest.filter(({ mail }) => reviewMail(mail).score >= FLAG_SCORE);
  expect(stopped.map(({ file, mail }) => [file, mail.subject, reviewMail(mail)])).toEqual([]);
});

test("most lures are flagged, and words alone suspend none", () => {
  const lures = examples.filter(({ label }) => label !== "honest");
  const caught = lures.filter(({ mail }) => judgeReview(reviewMail(mail)) !== "pass");
  expect(caught.length / lures.length).toBeGreaterThan(0.65);
  expect(
    caught.filter(({ mail }) => !reviewMail(mail).structural && judgeReview(reviewMail(mail)) === "suspend"),
  ).toEqual([]);
});
