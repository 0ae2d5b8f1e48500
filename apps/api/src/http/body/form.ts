import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { Busboy, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { invalidFields, SendexError } from "@sendex/core/error";
import { bodyTooLarge, declaredLength } from "./read";

/** A form's fields by their names, as texts. */
export type FormFields = Record<string, string>;

/** Takes the bytes of a form's file, in the caller's own time; `name` is empty where the form gives the file none. */
export type TakeFile = (pieces: AsyncIterable<Buffer>, name: string) => Promise<void>;

export interface FormLimits {
  /** The field that is a file; a form has one. */
  file: string;
  maxFileBytes: number;
  /** The whole file is held in memory, and counts in the budget of bodies. */
  held?: true;
}

/** Of one field. */
const MAX_FIELD_BYTES = 64 * 1024;
const MAX_FIELDS = 10;
/** Around the file: the other fields, and what parts them. */
const MAX_OTHER_BYTES = 1024 * 1024;

/**
 * Reads a form (RFC 7578) as it comes: its file goes to `take` piece by piece, which may come before or after its fields, and no
 * more of it is read than `take` has taken.
 * @throws SendexError unsupported_media_type, payload_too_large, and bad_request on what is no form or breaks off
 */
export async function readForm(
  request: IncomingMessage,
  { file: fileField, maxFileBytes }: FormLimits,
  take: TakeFile,
): Promise<FormFields> {
  if ((declaredLength(request) ?? 0) > maxFileBytes + MAX_OTHER_BYTES) throw bodyTooLarge(maxFileBytes);
  const form = openForm(request, fileField, maxFileBytes);
  const fields: FormFields = Object.create(null) as FormFields;
  let file: Readable | undefined;
  let taking: Promise<void> = Promise.resolve();
  let fail: (error: unknown) => void = () => undefined;
  const broken = () => {
    if (!request.complete) fail(brokeOff());
  };
  try {
    await new Promise<void>((resolve, reject) => {
      fail = (cause) => {
        const error = cause instanceof Error ? cause : new Error("The form could not be read.", { cause });
        file?.destroy(error);
        reject(error);
      };
      form.on("file", (_field, stream, name) => {
        stream.on("limit", () => fail(bodyTooLarge(maxFileBytes)));
        // Whoever reads it is told; where nobody does any more, the process must not end of it.
        file = stream.on("error", () => undefined);
        taking = take(stream, name);
        taking.catch(fail);
      });
      form.on("field", (name, value, isNameCut, isCut) => {
        const problem = problemOf(name, isNameCut || isCut, name in fields);
        if (problem) fail(problem);
        else fields[name] = value;
      });
      for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const)
        form.on(limit, () => fail(new SendexError("bad_request", "The form has too many fields.")));
      form.on("error", (cause) => fail(notAForm(cause)));
      form.on("finish", resolve);
      request.once("close", broken);
      request.pipe(form);
      if (request.destroyed) broken();
    });
    await taking;
  } finally {
    request.off("close", broken).unpipe(form);
    // What it is storing is stored before anybody takes it away.
    await taking.catch(() => undefined);
  }
  if (!file) throw required(fileField);
  return fields;
}

function openForm(request: IncomingMessage, fileField: string, maxFileBytes: number): BusboyInstance {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;.*\bboundary=/i.test(type))
    throw new SendexError("unsupported_media_type", "Send the body as multipart/form-data.");
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      isPartAFile: (name) => name === fileField,
      limits: {
        ...{ fileSize: maxFileBytes, files: 1, fields: MAX_FIELDS, parts: MAX_FIELDS + 1 },
        ...{ fieldSize: MAX_FIELD_BYTES, headerPairs: 20, headerSize: 8 * 1024 },
      },
    });
  } catch (cause) {
    throw notAForm(cause);
  }
}

function problemOf(name: string, isCut: boolean, isTwice: boolean): SendexError | undefined {
  const field = name.slice(0, 120);
  if (isCut) return invalidFields([{ field, code: "too_long", message: `${field} has at most 64 KB.` }]);
  return isTwice
    ? invalidFields([{ field, code: "duplicate", message: `${field} is given twice.` }])
    : undefined;
}

function required(field: string): SendexError {
  return invalidFields([{ field, code: "required", message: `${field} is required.` }]);
}

function notAForm(cause: unknown): SendexError {
  return new SendexError("bad_request", "The body could not be read as a form.", { cause });
}

function brokeOff(): SendexError {
  return new SendexError("bad_request", "The connection ended before the whole body had arrived.");
}
