import { DEFAULT_RETURN_PATH, isReturnPath, type StoredDomain } from "@sendex/core/domains";
import { invalidFields } from "@sendex/core/error";
import { presentDomain, presentWithRecords } from "@sendex/wire/domains";
import { refuseManagingDomains, refuseOtherDomain } from "@sendex/pipeline/access/refuse";
import { addDomain } from "@sendex/pipeline/domains/add";
import { deleteDomain, getDomain, listDomains, verifyDomain } from "@sendex/pipeline/domains/edit";
import type { Reply } from "../http/reply";
import type { Exchange, Route } from "../http/endpoint";
import { type Columns, csvOfList, csvPageQuery, wantsCsv } from "../http/csv";
import { type Page, readQuery } from "../http/list-query";
import { domainId } from "../http/path-id";
import {
  domainResponse,
  domainChangeSchema,
  domainIdResponse,
  domainListResponse,
  domainSchema,
} from "./schemas";
import { asObject, checkShape, readFields } from "../http/shape";

const BASE = "/api/v1/domains";

const PAGE = csvPageQuery("dom");
const COLUMNS: Columns<StoredDomain> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  status: ({ status }) => status,
  created_at: ({ createdAt }) => createdAt.toISOString(),
  verified_at: ({ verifiedAt }) => verifiedAt?.toISOString() ?? null,
  checked_at: ({ checkedAt }) => checkedAt?.toISOString() ?? null,
};

/** `/api/v1/domains`: the domains that an account sends from. */
export const domainRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: create,
        doc: {
          id: "domains.create",
          summary: "Add a domain and get the DNS records to publish for it",
          body: domainSchema,
          responses: { 201: domainResponse },
          errors: ["bad_gateway", "unprocessable_entity"],
        },
      },
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "domains.list",
          summary: "List domains",
          query: PAGE,
          responses: { 200: domainListResponse },
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
          id: "domains.get",
          summary: "Get a domain with its DNS records and their state",
          responses: { 200: domainResponse },
        },
      },
      PATCH: {
        need: "full",
        body: "json",
        run: patch,
        doc: {
          id: "domains.update",
          summary: "Update a domain",
          body: domainChangeSchema,
          responses: { 200: domainIdResponse },
        },
      },
      DELETE: {
        need: "full",
        run: remove,
        doc: {
          id: "domains.remove",
          summary: "Delete a domain",
          responses: { 200: domainIdResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/verify`,
    endpoints: {
      POST: {
        need: "full",
        run: verify,
        doc: {
          id: "domains.verify",
          summary: "Look at a domain's DNS records now",
          responses: { 200: domainResponse },
          errors: ["bad_gateway"],
        },
      },
    },
  },
];

async function create({ context, caller, parsed }: Exchange): Promise<Reply> {
  refuseManagingDomains(caller);
  const { value, errors } = checkShape(domainSchema, { ...asObject(parsed.body) });
  const { name = "", custom_return_path: returnPath = DEFAULT_RETURN_PATH } = value;
  if (!isReturnPath(returnPath.toLowerCase()))
    errors.push({
      field: "custom_return_path",
      code: "format",
      message: "custom_return_path must be one label of letters, digits and hyphens.",
    });
  if (errors.length > 0) throw invalidFields(errors);
  refuseOtherDomain(caller, name);
  const input = { name, returnPath: returnPath.toLowerCase() };
  const domain = await addDomain(context, caller.accountId, input);
  return { status: 201, body: presentWithRecords(domain, context.settings.region) };
}

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const names = caller.domains.length > 0 ? { names: caller.domains } : {};
  const { format: _, ...page } = readQuery(PAGE, query);
  const read = (asked: Page) => listDomains(context, caller.accountId, { ...asked, ...names });
  if (wantsCsv(exchange))
    return csvOfList("domains", COLUMNS, { after: page.after, idOf: ({ id }) => id }, read);
  const { data, hasMore } = await read(page);
  const shown = data.map((domain) => presentDomain(domain, context.settings.region));
  return { status: 200, body: { object: "list", data: shown, has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const domain = await find(exchange);
  return { status: 200, body: presentWithRecords(domain, exchange.context.settings.region) };
}

/** There is nothing to change yet: what the SDK can set is taken and has no effect. */
async function patch(exchange: Exchange): Promise<Reply> {
  const { id } = await find(exchange);
  readFields(domainChangeSchema, exchange.parsed.body);
  return { status: 200, body: { object: "domain", id } };
}

async function verify(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const found = await find(exchange);
  refuseManagingDomains(caller);
  const domain = await verifyDomain(context, found);
  return { status: 200, body: presentWithRecords(domain, context.settings.region) };
}

async function remove(exchange: Exchange): Promise<Reply> {
  const domain = await find(exchange);
  refuseManagingDomains(exchange.caller);
  await deleteDomain(exchange.context, domain);
  return { status: 200, body: { object: "domain", id: domain.id, deleted: true } };
}

async function find({ context, caller, ...rest }: Exchange): Promise<StoredDomain> {
  const domain = await getDomain(context, caller.accountId, domainId(rest));
  refuseOtherDomain(caller, domain.name);
  return domain;
}
