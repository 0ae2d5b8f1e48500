import { Parser } from "htmlparser2";
import { type Header, parse as parseMime } from "postal-mime";

/** A mail as its recipient's program reads it. */
export interface ReadMail {
  subject: string;
  headers: { name: string; value: string }[];
  text: string | null;
  html: string | null;
  attachments: { filename: string; contentType: string; size: number; inline: boolean }[];
  links: Link[];
}

/** A link of the HTML, and what is wrong with it. */
export interface Link {
  url: string;
  /** What a reader clicks on. */
  text: string;
  problem: LinkProblem | null;
}

export type LinkProblem = "empty" | "not_a_url" | "no_scheme" | "unfilled" | "insecure" | "private";

const MAX_LINKS = 500;
const MAX_TEXT = 200;

/** Takes a raw mail apart. Parts that are not there are null. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const mail = await parseMime(raw);
  const html = mail.html ?? null;
  return {
    subject: mail.subject ?? "",
    headers: mail.headers.map(({ originalKey, value }: Header) => ({ name: originalKey, value })),
    text: mail.text ?? null,
    html,
    attachments: mail.attachments.map(({ filename, mimeType, content, contentId, disposition }) => ({
      filename: filename ?? "unnamed",
      contentType: mimeType,
      size: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
      inline:
        disposition === "inline" || (contentId !== undefined && (html ?? "").includes(cidOf(contentId))),
    })),
    links: html === null ? [] : linksOf(html),
  };
}

function cidOf(contentId: string): string {
  return `cid:${contentId.replace(/^<|>$/g, "")}`;
}

/** Every link of an HTML, in order, at most 500. */
export function linksOf(html: string): Link[] {
  const links: Link[] = [];
  let open: Link | undefined;
  const parser = new Parser({
    onopentag(name, { href, alt }) {
      if (name === "img" && open && alt !== undefined) open.text += alt;
      if (name !== "a" || href === undefined || links.length === MAX_LINKS) return;
      open = { url: href.trim(), text: "", problem: problemOf(href.trim()) };
      links.push(open);
    },
    ontext(text) {
      if (open && open.text.length < MAX_TEXT) open.text += text;
    },
    onclosetag(name) {
      if (name === "a") open = undefined;
    },
  });
  parser.end(html);
  return links.map((link) => ({ ...link, text: link.text.replace(/\s+/g, " ").trim().slice(0, MAX_TEXT) }));
}

const PRIVATE =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1\]?$|.*\.(local|test|invalid|example)$)/i;

function problemOf(url: string): LinkProblem | null {
  if (url === "" || url === "#") return "empty";
  if (/\{\{|\{%/.test(url)) return "unfilled";
  if (/^(mailto|tel|sms|cid):/i.test(url)) return null;
  if (!/^[a-z][a-z\d+.-]*:/i.test(url)) return "no_scheme";
  if (!URL.canParse(url)) return "not_a_url";
  const { protocol, hostname } = new URL(url);
  if (PRIVATE.test(hostname)) return "private";
  return protocol === "http:" ? "insecure" : null;
}
