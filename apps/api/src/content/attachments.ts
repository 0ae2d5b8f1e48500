import type { Dialect } from "@sendex/core/accepting/message";
import {
  type DownloadLink,
  getFile,
  isFileId,
  listFiles,
  openDownload,
  type StoredFile,
} from "@sendex/pipeline/content/attachments";
import type { Request, Response } from "express";
import Joi from "joi";
import type { Reply } from "../http/reply";
import { CURSOR, listOf } from "../http/openapi/responses";
import type { Edge, Exchange, PublicRoute, Route } from "../http/endpoint";
import { pathPart, queryOf } from "../http/exchange";
import { countStranger } from "../http/identify";
import { pageQuery, readPage } from "../http/list-query";
import { messageId } from "../http/path-id";

const DOWNLOAD = "/api/v1/attachments";
/** What smaller files take needs no room in the budget. */
const LARGE = 256 * 1024;

const fileFields = {
  id: Joi.string().required(),
  filename: Joi.string().required(),
  size: Joi.number().integer().min(0).required().description("Bytes."),
  content_type: Joi.string().required(),
  content_disposition: Joi.valid("attachment", "inline").required(),
  content_id: Joi.string().allow(null).required(),
  download_url: Joi.string().uri().required().description("Good until expires_at, without a key."),
  expires_at: Joi.string().isoDate().required(),
};
const fileResponse = Joi.object({ object: Joi.valid("attachment").required(), ...fileFields });

/** The files of stored messages, on both surfaces. */
export const attachmentRoutes: Route[] = [
  ...fileRoutes("sendex", "/api/v1/emails", "emails"),
  ...fileRoutes("sendarix", "/v1/messages", "messages"),
];

/** What the links to them lead to. */
export const downloadRoutes: PublicRoute[] = [
  { surface: "public", path: `${DOWNLOAD}/:id/download`, endpoints: { GET: { run: download } } },
];

function fileRoutes(surface: Dialect, base: string, noun: string): Route[] {
  return [
    {
      surface,
      path: `${base}/:id/attachments`,
      endpoints: {
        GET: {
          need: "full",
          doc: {
            id: `${noun}.attachments.list`,
            summary: "List a message's files",
            query: pageQuery(isFileId),
            responses: { 200: listOf(Joi.object(fileFields), surface === "sendarix" ? CURSOR : {}) },
          },
          run: (exchange) => list(exchange, surface),
        },
      },
    },
    {
      surface,
      path: `${base}/:id/attachments/:part`,
      endpoints: {
        GET: {
          need: "full",
          doc: {
            id: `${noun}.attachments.get`,
            summary: "Get a message's file and a link to it",
            responses: { 200: fileResponse },
          },
          run: get,
        },
      },
    },
  ];
}

async function list({ context, caller, query, origin, ...rest }: Exchange, surface: Dialect): Promise<Reply> {
  const { limit, after, before } = readPage(query, isFileId);
  const files = await listFiles(context, caller, messageId(rest));
  const place = (id: string): number => files.findIndex((file) => file.id === id);
  const rested = after === undefined ? files : place(after) < 0 ? [] : files.slice(place(after) + 1);
  const end = before === undefined ? rested.length : Math.max(0, place(before));
  const start = before === undefined ? 0 : Math.max(0, end - limit);
  const page = rested.slice(start, Math.min(end, start + limit));
  const more = before === undefined ? rested.length > page.length : start > 0;
  const next = surface === "sendarix" ? { next_cursor: more ? (page.at(-1)?.id ?? null) : null } : {};
  const data = page.map((file) => present(origin, file));
  return { status: 200, body: { object: "list", data, has_more: more, ...next } };
}

async function get({ context, caller, origin, part, ...rest }: Exchange): Promise<Reply> {
  const file = await getFile(context, caller, messageId(rest), part);
  return { status: 200, body: { object: "attachment", ...present(origin, file) } };
}

function present(origin: string, file: StoredFile) {
  const { account, expires, signature } = file.link;
  const query = new URLSearchParams({ account, expires, signature });
  return {
    id: file.id,
    filename: file.filename,
    size: file.size,
    content_type: file.contentType,
    content_disposition: file.contentId === null ? "attachment" : "inline",
    content_id: file.contentId,
    download_url: `${origin}${DOWNLOAD}/${file.id}/download?${query.toString()}`,
    expires_at: file.expiresAt.toISOString(),
  };
}

/** No key: the link is signed. Whatever is wrong with it, the response is that of a file that does not exist. */
async function download(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const { context, budget } = edge;
  await countStranger(edge, request, response);
  const file = await openDownload(context, pathPart(request, "id"), linkOf(queryOf(request)));
  // Sealed and open, both are in memory until the response has left.
  if (file.size > LARGE) response.once("close", await budget.take(2 * file.size));
  const body = await file.read();
  response.attachment(file.filename);
  const headers = { "Content-Type": shownType(file.contentType), "X-Content-Type-Options": "nosniff" };
  return { status: 200, headers, body };
}

function linkOf(query: URLSearchParams): DownloadLink {
  const [account = "", expires = "", signature = ""] = ["account", "expires", "signature"].map(
    (name) => query.get(name) ?? "",
  );
  return { account, expires, signature };
}

/** What a browser might run is not called by its name, even though it is only ever saved. */
function shownType(contentType: string): string {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const plain = /^(image\/(png|jpeg|gif|webp)|application\/(pdf|zip)|text\/(plain|csv|calendar))$/;
  return plain.test(type) ? type : "application/octet-stream";
}
