import { invalidFields } from "@sendex/core/error";
import type { ApiKeyRow } from "@sendex/data/access/api-keys";
import {
  addApiKey,
  changeApiKey,
  getApiKey,
  listApiKeys,
  removeApiKey,
} from "@sendex/pipeline/access/api-keys";
import type { Reply } from "../http/reply";
import type { Exchange, Route } from "../http/endpoint";
import { type Columns, csvOfList, csvPageQuery, wantsCsv } from "../http/csv";
import { type Page, readQuery } from "../http/list-query";
import { apiKeyId } from "../http/path-id";
import {
  apiKeyResponse,
  type ApiKeyBody,
  apiKeyChangeSchema,
  apiKeyGoneResponse,
  apiKeyListResponse,
  apiKeySchema,
  newApiKeyResponse,
  PERMISSION_WORDS,
} from "./schemas";
import { asObject, checkShape, readFields } from "../http/shape";

const BASE = "/api/v1/api-keys";
const PAGE = csvPageQuery("key");
const COLUMNS: Columns<ApiKeyRow> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  mode: ({ mode }) => mode,
  permission: ({ permission }) => permission,
  domains: ({ domains }) => domains.join("; "),
  rate_limit: ({ rateLimit }) => rateLimit,
  hint: ({ mode, hint }) => `sk_${mode}_…${hint}`,
  created_at: ({ createdAt }) => createdAt.toISOString(),
  last_used_at: ({ lastUsedAt }) => lastUsedAt?.toISOString() ?? null,
};

/** `/api/v1/api-keys`: what an account's programs call with. */
export const apiKeyRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: create,
        doc: {
          id: "apiKeys.create",
          summary: "Make an API key; its token is shown only here",
          body: apiKeySchema,
          responses: { 201: newApiKeyResponse },
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "apiKeys.list",
          summary: "List API keys",
          query: PAGE,
          responses: { 200: apiKeyListResponse },
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
        doc: { id: "apiKeys.get", summary: "Get an API key", responses: { 200: apiKeyResponse } },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "apiKeys.update",
          summary: "Rename an API key or set its rate limit",
          body: apiKeyChangeSchema,
          responses: { 200: apiKeyResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "apiKeys.remove",
          summary: "Revoke an API key at once",
          responses: { 200: apiKeyGoneResponse },
        },
      },
    },
  },
];

async function create({ context, caller, parsed }: Exchange): Promise<Reply> {
  const value = readFields(apiKeySchema, parsed.body);
  const { name = "", permission = "full", mode, rate_limit: rateLimit } = value;
  const { token, ...key } = await addApiKey(context, caller, {
    name,
    permission: PERMISSION_WORDS[permission] ?? "send_only",
    domains: scopeOf(value),
    ...(mode && { mode }),
    ...(rateLimit !== undefined && { rateLimit }),
  });
  return { status: 201, body: { ...present(key), token } };
}

function scopeOf({ domain_id, domains = [] }: Partial<ApiKeyBody>): { field: string; value: string }[] {
  const one = domain_id === undefined ? [] : [{ field: "domain_id", value: domain_id }];
  return [...one, ...domains.map((value, i) => ({ field: `domains[${i}]`, value }))];
}

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const { format: _, ...page } = readQuery(PAGE, query);
  const read = (asked: Page) => listApiKeys(context, caller, asked);
  if (wantsCsv(exchange))
    return csvOfList("api-keys", COLUMNS, { after: page.after, idOf: ({ id }) => id }, read);
  const { data, hasMore } = await read(page);
  return { status: 200, body: { object: "list", data: data.map(present), has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  return { status: 200, body: present(await getApiKey(context, caller, apiKeyId(rest))) };
}

async function patch({ context, caller, parsed, ...rest }: Exchange): Promise<Reply> {
  const { id } = await getApiKey(context, caller, apiKeyId(rest));
  // A rate limit of null means something.
  const { value, errors } = checkShape(apiKeyChangeSchema, { ...asObject(parsed.body) });
  if (errors.length > 0) throw invalidFields(errors);
  const { name, rate_limit: rateLimit } = value;
  const change = { ...(name !== undefined && { name }), ...(rateLimit !== undefined && { rateLimit }) };
  return { status: 200, body: present(await changeApiKey(context, caller, id, change)) };
}

async function remove({ context, caller, ...rest }: Exchange): Promise<Reply> {
  const id = apiKeyId(rest);
  await removeApiKey(context, caller, id);
  return { status: 200, body: { object: "api_key", id, deleted: true } };
}

function present(key: ApiKeyRow) {
  const { id, name, permission, mode, domains, rateLimit, hint, createdAt, lastUsedAt } = key;
  return {
    object: "api_key",
    id,
    name,
    permission,
    mode,
    domains,
    rate_limit: rateLimit,
    hint: `sk_${mode}_…${hint}`,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
