import type { Dialect } from "@sendex/core/accepting/message";
import { getTemplateVersion } from "@sendex/pipeline/templates/edit";
import { previewDraft } from "@sendex/pipeline/templates/preview-draft";
import { presentDraftPreview, presentWholeVersion } from "@sendex/wire/templates";
import { SEND_ERRORS, sendHeaders } from "../accepting/headers";
import { acceptedEmail, acceptedMessage } from "../accepting/responses";
import type { Doc, Endpoints, Exchange } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { readSketch } from "./body";
import { draftPreview, versionShown } from "./responses";
import { draftPreviewSchema, testMailSchema } from "./schemas";
import { sendTestMail } from "./test-mail";

/** What an editor asks for: a preview of what is not stored yet, a mail of the draft, and a version to compare with. */

type MakeDoc = (verb: string, summary: string, rest: Omit<Doc, "id" | "summary">) => Doc;

export function sketches(doc: MakeDoc): Endpoints {
  return {
    POST: {
      need: "full",
      // It changes nothing, and an editor asks for it at every pause of the typing.
      role: "viewer",
      body: "json",
      run: previewSketch,
      doc: doc(
        "previewDraft",
        "Render a template that is being written, and name all that is wrong with it",
        {
          body: draftPreviewSchema,
          responses: { 200: draftPreview },
        },
      ),
    },
  };
}

export function version(doc: MakeDoc): Endpoints {
  return {
    GET: {
      need: "full",
      run: getVersion,
      doc: doc("version", "Read one version of a template, by its number or id", {
        responses: { 200: versionShown },
      }),
    },
  };
}

export function testMail(surface: Dialect, doc: MakeDoc): Endpoints {
  return {
    POST: {
      need: "full",
      body: "json",
      run: (exchange) => sendTestMail(exchange, surface),
      doc: doc("test", "Send the newest version, a draft too, to up to 5 addresses", {
        body: testMailSchema,
        headers: sendHeaders,
        responses: { 202: surface === "sendex" ? acceptedEmail : acceptedMessage },
        errors: SEND_ERRORS,
      }),
    },
  };
}

async function previewSketch({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { sketch, values } = readSketch(parsed.body);
  return { status: 200, body: presentDraftPreview(await previewDraft(context, caller, sketch, values)) };
}

async function getVersion({ context, caller, id, part }: Exchange): Promise<Reply> {
  const number = /^[1-9]\d{0,5}$/.test(part) ? Number(part) : part;
  const { version: found, current } = await getTemplateVersion(context, caller, id, number);
  return { status: 200, body: presentWholeVersion(found, current) };
}
