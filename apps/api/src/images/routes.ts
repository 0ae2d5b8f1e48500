import { SendexError } from "@sendex/core/error";
import { MAX_IMAGE_BYTES } from "@sendex/core/images/image";
import { redactBody } from "@sendex/core/logs/redact";
import { isId } from "@sendex/crypto/token";
import { keepImage } from "@sendex/pipeline/images/keep";
import { readImage, readImages, removeImage } from "@sendex/pipeline/images/read";
import { presentImage } from "@sendex/wire/images";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { imageForm, imageListResponse, imageRemovedResponse, imageResponse, imageSchema } from "./schemas";

const BASE = "/api/v1/images";

/** `/api/v1/images`: what mails show, by an address that everybody may read. */
export const imageRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "form",
        run: make,
        doc: {
          id: "images.create",
          summary: "Upload an image; the same bytes again are the same image",
          body: imageForm,
          responses: { 200: imageResponse, 201: imageResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "images.list",
          summary: "List images, newest first",
          query: pageQuery("img"),
          responses: { 200: imageListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "images.get",
          summary: "Read an image's address and size",
          responses: { 200: imageResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "images.remove",
          summary: "Remove an image: mails that were sent show it no more",
          responses: { 200: imageRemovedResponse },
        },
      },
    },
  },
];

const FORM = { file: "file", maxFileBytes: MAX_IMAGE_BYTES, held: true } as const;

async function make({ context, caller, call, form }: Exchange): Promise<Reply> {
  let bytes: Buffer = Buffer.alloc(0);
  let fileName = "";
  const fields = await form(FORM, async (pieces, name) => {
    const parts: Buffer[] = [];
    for await (const piece of pieces) parts.push(piece);
    bytes = Buffer.concat(parts);
    fileName = name;
  });
  if (call.logged !== "nobody") call.requestBody = redactBody(fields, "caller");
  const { name = "" } = readFields(imageSchema, fields);
  const { image, isNew } = await keepImage(context, caller, { name: name || fileName, bytes });
  return { status: isNew ? 201 : 200, body: presentImage(image, context.settings.publicUrl) };
}

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore, bytes } = await readImages(context, caller, readPage(query, "img"));
  const shown = data.map((image) => presentImage(image, context.settings.publicUrl));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore, bytes } };
}

async function get({ context, caller, id }: Exchange): Promise<Reply> {
  const image = await readImage(context, caller, imageId(id));
  return { status: 200, body: presentImage(image, context.settings.publicUrl) };
}

async function remove({ context, caller, id }: Exchange): Promise<Reply> {
  await removeImage(context, caller, imageId(id));
  return { status: 200, body: { object: "image", id, deleted: true } };
}

function imageId(id: string): string {
  if (!isId("img", id)) throw new SendexError("not_found", "There is no such image.");
  return id;
}
