/** What `review:train` and `review:measure` read: the corpus, and the examples of our own in packages/review/training. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "./paths.mjs";

const OWN = path.join(root, "packages/review/training");
/**
 * Licences under which what ships may be trained: those that leave use free. Not among them, by the corpus README:
 * CC-BY-NC, AGPL, unknown and none; nor, by our own caution, any that is no licence of the text itself.
 */
const FOR_TRAINING = /^(?:MIT|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|ISC|Unlicense|CC0-1\.0|CC-BY-4\.0)$/;
const BAD = ["phishing", "scam", "impersonation"];
/** An account that is neither new nor old. */
const AGE_DAYS = 60;

/** The corpus as the command or REVIEW_CORPUS names it, else beside the repository. Throws with what to do. */
export function corpusFile(named = process.env.REVIEW_CORPUS) {
  const file = named ? path.resolve(named) : path.join(root, "../shared/corpus/mail.jsonl.gz");
  if (existsSync(file)) return file;
  throw new Error(
    `There is no corpus at ${file}. Name one: a .jsonl or .jsonl.gz with id, source, label, from, subject, text, html, kind, lang, license and group.`,
  );
}

/** → entries `{ id, source, label, kind, lang, license, group, bad, placed, mail }`. */
export function readCorpus(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => toEntry(JSON.parse(line)));
}

export const mayTrain = ({ license }) => FOR_TRAINING.test(license ?? "");

/** Lures and honest mail written for the purpose. */
export function readOwn() {
  return readdirSync(OWN)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => parseOwn(readFileSync(path.join(OWN, name), "utf8"), path.basename(name, ".txt")));
}

function toEntry(record) {
  const { id, source, label, kind, lang, license, group } = record;
  const from = mailbox(record.from ?? "");
  const mail = {
    from,
    replyTo: record.reply_to ? [mailbox(record.reply_to)] : [],
    subject: record.subject ?? null,
    ...(record.text ? { text: record.text } : {}),
    ...(record.html ? { html: record.html } : {}),
    files: record.files ?? [],
    account: { verifiedDomains: [from.address.slice(from.address.lastIndexOf("@") + 1)], ageDays: AGE_DAYS },
  };
  // Sender and links of templates were made up: nothing may be measured on them.
  return {
    id,
    source,
    label,
    kind,
    lang,
    license,
    group,
    bad: BAD.includes(label),
    placed: kind !== "template",
    mail,
  };
}

function mailbox(text) {
  const found = /^(.*)<([^<>]*@[^<>]*)>\s*$/s.exec(text);
  const address = (found?.[2] ?? text).trim().toLowerCase();
  const name = (found?.[1] ?? "").trim().replace(/^"(.*)"$/s, "$1");
  const whole = address.includes("@") ? address : "nobody@sender.invalid";
  return name === "" ? { address: whole } : { address: whole, name };
}

/** `== label`, header lines, then the text; `[words](url)` is a link. */
function parseOwn(text, lang) {
  return text
    .split(/^== /m)
    .slice(1)
    .map((piece, index) => {
      const [label, ...lines] = piece.trimEnd().split("\n");
      const headers = new Map();
      while (/^(?:From|Subject|Reply-To): /.test(lines[0] ?? "")) {
        const [name, ...rest] = lines.shift().split(": ");
        headers.set(name, rest.join(": "));
      }
      const body = lines.join("\n");
      return toEntry({
        id: `${lang}-${index}`,
        source: "ours",
        label: label.trim() === "honest" ? "legit" : label.trim(),
        from: headers.get("From") ?? "Notice <notice@small-shop.example>",
        reply_to: headers.get("Reply-To"),
        subject: headers.get("Subject"),
        text: body.replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1: $2"),
        html: body
          .replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&lt;"))
          .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
          .replaceAll("\n", "<br>\n"),
        kind: "ours",
        lang,
        license: "MIT",
        group: `ours-${lang}-${index}`,
      });
    });
}
