import type { FieldError } from "../error";
import { hasControl, wellFormed } from "@sendex/kit/text";
import { type DraftAttachment, MAX_ATTACHMENTS } from "./message";
import { isEncoded, nameOfUrl } from "./attachment-source";

/** A file as a surface hands it over: its bytes decoded, the rest as written. */
export interface RawAttachment {
  filename?: string;
  content: Uint8Array;
  /** Where the bytes are to be fetched from, in place of `content`. */
  path?: string;
  contentType?: string;
  contentId?: string;
}

/** What the surface calls the fields of a file. */
export interface AttachmentNames {
  attachments: string;
  filename: string;
  path: string;
  contentType: string;
  contentId: string;
}

/** SES: API_Attachment takes file names of 255 characters. */
export const MAX_FILENAME_CHARACTERS = 255;
export const MAX_CONTENT_TYPE_CHARACTERS = 255;
export const MAX_CONTENT_ID_CHARACTERS = 128;
const OCTETS = "application/octet-stream";

/** What SES refuses to carry (SES guide, "Unsupported attachment types"). */
const BLOCKED_EXTENSIONS = new Set(
  (
    "ade adp app asp bas bat cer chm cmd com cpl crt csh der exe fxp gadget hlp hta inf ins isp its js jse ksh " +
    "lib lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml " +
    "msh1xml msh2xml msi msp mst ops pcd pif plg prf prg reg scf scr sct shb shs sys ps1 ps1xml ps2 ps2xml " +
    "psc1 psc2 tmp url vb vbe vbs vps vsmacros vss vst vsw vxd ws wsc wsf wsh xnk"
  ).split(" "),
);

/** For files that come without a type, and for types that come without a file name. */
const TYPES = new Map([
  ["pdf", "application/pdf"],
  ["txt", "text/plain"],
  ["html", "text/html"],
  ["csv", "text/csv"],
  ["ics", "text/calendar"],
  ["json", "application/json"],
  ["xml", "application/xml"],
  ["zip", "application/zip"],
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["svg", "image/svg+xml"],
  ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
]);

/** RFC 2045 5.1: type, subtype, parameters; none of its classes overlap, so it cannot backtrack. */
const CONTENT_TYPE =
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: *; *[\w!#$&^.+-]+=(?:[\w!#$&^.+:/-]+|"[ !#-[\]-~]*"))*$/;
/** The inside of an RFC 2392 content id: printable ASCII without brackets. */
const CONTENT_ID = /^[!-;=?-~]+$/;

/** Reads all files of a message and adds every wrong field to `errors`; what it returns counts only without any. */
export function readAttachments(
  raw: RawAttachment[],
  names: AttachmentNames,
  errors: FieldError[],
): DraftAttachment[] {
  if (raw.length > MAX_ATTACHMENTS) {
    const message = `A message takes at most ${MAX_ATTACHMENTS} attachments.`;
    errors.push({ field: names.attachments, code: "too_many", message });
    return [];
  }
  const ids = new Set<string>();
  return raw.map((file, i) => {
    const at = `${names.attachments}[${i}]`;
    const written = withoutEdges(file.filename ?? "");
    const given = written || nameOfUrl(file.path);
    const contentType = file.contentType || guessType(given);
    const filename = wellFormed(given || nameFor(contentType, i));
    const contentId = file.contentId ? withoutBrackets(file.contentId) : undefined;
    errors.push(
      ...wrongFilename(filename, `${at}.${written || !file.path ? names.filename : names.path}`),
      ...wrongContentType(contentType, `${at}.${names.contentType}`),
      ...wrongContentId(contentId, ids, `${at}.${names.contentId}`),
    );
    if (contentId) ids.add(contentId);
    return {
      filename,
      content: file.content,
      contentType,
      ...(contentId && { contentId }),
      ...(file.path && { source: { url: file.path, named: !!given, typed: !!file.contentType } }),
    };
  });
}

/**
 * A file that was named by its URL, with what came from there. Its type is the caller's word, then its name's, then
 * the server's.
 * @param i its place in the message
 */
export function withContent(
  { source, ...file }: DraftAttachment,
  i: number,
  fetched: { content: Uint8Array; contentType?: string },
): DraftAttachment {
  const said = fetched.contentType ?? OCTETS;
  const open = source?.typed === false && file.contentType === OCTETS;
  const contentType = open && wrongContentType(said, "").length === 0 ? said : file.contentType;
  const filename = source?.named === false ? nameFor(contentType, i) : file.filename;
  return { ...file, filename, contentType, content: fetched.content };
}

/** Without the white space at its ends, which parsers of mail drop; a control character there stays, to be refused. */
function withoutEdges(name: string): string {
  return hasControl(name) ? name : name.trim();
}

function guessType(filename = ""): string {
  return TYPES.get(extensionOf(filename)) ?? OCTETS;
}

function nameFor(contentType: string, i: number): string {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  const known = [...TYPES].find(([, value]) => value === type);
  return known ? `attachment-${i + 1}.${known[0]}` : `attachment-${i + 1}`;
}

/** Lower case, without the dot. Windows drops dots and spaces at the end of a name, so they hide nothing. */
function extensionOf(filename: string): string {
  const tail = filename.slice(-MAX_FILENAME_CHARACTERS);
  let end = tail.length;
  while (end > 0 && ". ".includes(tail.charAt(end - 1))) end -= 1;
  const dot = tail.lastIndexOf(".", end - 1);
  return dot < 0 ? "" : tail.slice(dot + 1, end).toLowerCase();
}

function wrongFilename(filename: string, field: string): FieldError[] {
  if (hasControl(filename)) {
    return [
      { field, code: "format", message: `${field} must not contain line breaks or control characters.` },
    ];
  }
  if (filename.length > MAX_FILENAME_CHARACTERS) {
    return [
      { field, code: "too_long", message: `${field} has at most ${MAX_FILENAME_CHARACTERS} characters.` },
    ];
  }
  if (isEncoded(filename)) {
    const message = `${field} must be the name itself, without the encoding =?…?= of RFC 2047.`;
    return [{ field, code: "format", message }];
  }
  const extension = extensionOf(filename);
  if (!BLOCKED_EXTENSIONS.has(extension)) return [];
  return [{ field, code: "blocked_extension", message: `Files ending in .${extension} cannot be sent.` }];
}

function wrongContentType(type: string, field: string): FieldError[] {
  if (type.length > MAX_CONTENT_TYPE_CHARACTERS) {
    return [
      { field, code: "too_long", message: `${field} has at most ${MAX_CONTENT_TYPE_CHARACTERS} characters.` },
    ];
  }
  if (!CONTENT_TYPE.test(type)) {
    return [{ field, code: "format", message: `${field} must be a media type, such as application/pdf.` }];
  }
  // Such a part would have to be a message's own structure, not a file (RFC 2046 5.1).
  if (!/^multipart\//i.test(type)) return [];
  return [{ field, code: "forbidden", message: `${field} cannot be a multipart type.` }];
}

function wrongContentId(id: string | undefined, taken: Set<string>, field: string): FieldError[] {
  if (id === undefined) return [];
  if (id.length > MAX_CONTENT_ID_CHARACTERS) {
    return [
      { field, code: "too_long", message: `${field} has at most ${MAX_CONTENT_ID_CHARACTERS} characters.` },
    ];
  }
  if (!CONTENT_ID.test(id)) {
    return [
      { field, code: "format", message: `${field} must be printable ASCII without spaces or brackets.` },
    ];
  }
  return taken.has(id)
    ? [{ field, code: "duplicate", message: `${field} is used by another attachment.` }]
    : [];
}

function withoutBrackets(id: string): string {
  return id.startsWith("<") && id.endsWith(">") ? id.slice(1, -1) : id;
}
