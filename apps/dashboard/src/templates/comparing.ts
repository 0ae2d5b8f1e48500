import { declarationOf, type Content } from "./draft";
import type { ListedVersion } from "./template";
import { COMPARED, type VersionsView } from "./view";

export type Compared = (typeof COMPARED)[number];

/** A part of a version as a text that can be compared line by line. */
export function textOf(content: Content, part: Compared): string {
  if (part === "content")
    return content.blocks ? JSON.stringify(content.blocks, null, 2) : (content.mjml ?? content.html);
  if (part === "subject") {
    const { from, reply_to, subject } = content;
    return `From: ${from}\nReply-To: ${reply_to.join(", ")}\nSubject: ${subject}\n`;
  }
  if (part === "text") return content.text ?? "";
  return content.variables.map((variable) => `${JSON.stringify(declarationOf(variable))}\n`).join("");
}

/** The parts in which two versions differ. */
export function changedParts(one: Content, other: Content): Compared[] {
  return COMPARED.filter((part) => textOf(one, part) !== textOf(other, part));
}

/** Which version is looked at (the newest unless the URL names another), and which it is compared with (the one before). */
export function chosenVersions(
  versions: readonly ListedVersion[],
  { version, against }: VersionsView,
): { shown: ListedVersion | undefined; other: ListedVersion | undefined } {
  const shown = versions.find((one) => one.version === version) ?? versions[0];
  const before = versions.find((one) => shown !== undefined && one.version < shown.version);
  const other = versions.find((one) => one.version === against && one !== shown) ?? before;
  return { shown, other };
}
