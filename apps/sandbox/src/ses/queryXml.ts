import { randomUUID } from "node:crypto";
import type { WireAnswer } from "../web/answer";
import type { Refusal } from "./refusal";

export const SES_NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
export const SNS_NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

/** The content of an XML element: text, elements by name, a list of `member`s, or `entry`s of a map. */
export type Xml = string | number | boolean | XmlElements | Xml[] | XmlMap;
interface XmlElements {
  [name: string]: Xml;
}
/** An AWS Query map: `<entry><key/><value/></entry>` each. */
export class XmlMap {
  constructor(readonly entries: [string, Xml][]) {}
}

/** A result as the Query protocol wraps it. */
export function resultXml(namespace: string, action: string, result: XmlElements): WireAnswer {
  const body = { [`${action}Result`]: result, ResponseMetadata: { RequestId: randomUUID() } };
  return xmlAnswer(200, `<${action}Response xmlns="${namespace}">${xml(body)}</${action}Response>`);
}

/** A refusal as the Query protocol words it. */
export function errorXml(namespace: string, refusal: Refusal): WireAnswer {
  const Type = refusal.status >= 500 ? "Receiver" : "Sender";
  const body = { Error: { Type, Code: refusal.code, Message: refusal.message }, RequestId: randomUUID() };
  return xmlAnswer(refusal.status, `<ErrorResponse xmlns="${namespace}">${xml(body)}</ErrorResponse>`);
}

function xmlAnswer(status: number, body: string): WireAnswer {
  return { status, contentType: "text/xml", headers: {}, body };
}

function xml(content: Xml): string {
  if (content instanceof XmlMap) {
    return content.entries.map(([key, value]) => `<entry>${xml({ key, value })}</entry>`).join("");
  }
  if (Array.isArray(content)) return content.map((member) => `<member>${xml(member)}</member>`).join("");
  if (typeof content !== "object") return escapeXml(String(content));
  return Object.entries(content)
    .map(([name, value]) => `<${name}>${xml(value)}</${name}>`)
    .join("");
}

function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 cannot carry these characters at all
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd");
  return legal.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
