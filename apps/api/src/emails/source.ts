import { composeSource } from "@sendex/pipeline/messages/source";
import Joi from "joi";
import type { Doc, Exchange } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import { shown, words } from "../http/openapi/responses";
import { messageId } from "../http/path-id";
import type { Reply } from "../http/reply";

/** Characters of a source that stand in JSON; a file has all of it. */
const MAX_SHOWN = 512 * 1024;

const query = Joi.object<{ format?: "json" | "eml" }>({
  format: Joi.valid("json", "eml").description("`eml`: the whole of it as a file, message/rfc822."),
});

const header = shown({ name: Joi.string(), value: words });

export const SOURCE: Doc = {
  id: "emails.source",
  summary: "The mail as it is handed to Amazon SES, which adds headers of its own",
  query,
  responses: {
    200: shown({
      object: Joi.valid("email_source"),
      id: Joi.string(),
      headers: Joi.array().items(header).description("In their order, unfolded."),
      source: words,
      bytes: Joi.number().integer(),
      truncated: Joi.boolean().description("`source` has the first 512 KB alone."),
    }).meta({ name: "EmailSource" }),
  },
  errors: ["unprocessable_entity", "payload_too_large"],
};

/** Every byte of a composed mail is ASCII, or UTF-8 that a caller wrote. */
export async function getSource(exchange: Exchange): Promise<Reply> {
  const id = messageId(exchange);
  const { format } = readQuery(query, exchange.query);
  const mail = Buffer.from(await composeSource(exchange.context, exchange.caller, id));
  if (format === "eml") return { status: 200, body: mail, headers: fileHeaders(id) };
  const source = mail.toString("utf8");
  return {
    status: 200,
    body: {
      ...{ object: "email_source", id, headers: headersOf(source), source: source.slice(0, MAX_SHOWN) },
      bytes: mail.length,
      truncated: source.length > MAX_SHOWN,
    },
  };
}

/** A browser saves it, and never shows it. */
function fileHeaders(id: string): Record<string, string> {
  return {
    "Content-Type": "message/rfc822",
    "Content-Disposition": `attachment; filename="${id}.eml"`,
    "X-Content-Type-Options": "nosniff",
  };
}

/** RFC 5322 2.2.3: a line that begins with white space goes on with the one before. */
function headersOf(source: string): { name: string; value: string }[] {
  const [head = ""] = source.split("\r\n\r\n", 1);
  return head
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
    });
}
