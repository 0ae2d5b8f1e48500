import { domainOf } from "@sendex/core/accepting/address";
import type { Provider } from "@sendex/core/analytics/provider";
import type { Addresses, Places } from "@sendex/core/accepting/draft";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import {
  contentLength,
  type Draft,
  MAX_RECIPIENTS,
  recipientsOf,
  SES_V2_MAX_BYTES,
} from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { listTopics } from "@sendex/data/audiences/topics";
import { composedSize } from "@sendex/render/mime-size";
import type { ItemError } from "@sendex/wire/messages/accepted";
import type { AcceptRequest } from "./request";
import { outOfScope } from "../access/refuse";
import { checkCredits } from "../credits/check";
import type { Context } from "../context";
import { fetchFiles } from "./fetch-files";
import { withText } from "./make-text";
import type { FileHold } from "./file-room";
import { hasVerified } from "../domains/verified";
import { itemErrors, type Problem, refusalOf, withoutProblems } from "./problems";

/** What could be read of one item of a call, with its place in the request. */
interface Read {
  index: number;
  addresses: Addresses;
  /** Without it a problem names the kind of recipient. */
  places?: Places;
}

export interface Item extends Pick<Read, "index" | "places"> {
  draft: Draft;
}

/** The drafts of one call, and those of its items that could not be read. */
export interface Items {
  items: Item[];
  unread: (Read & { errors: FieldError[] })[];
}

/** What is still to be sent, and what is wrong with the others. */
export interface CheckedItems {
  items: Pick<Item, "index" | "draft">[];
  errors: ItemError[];
  /** Who runs the recipients' mail servers, by domain, as far as it is known. */
  providers: Providers;
}

export type Providers = ReadonlyMap<string, Provider>;

type Checked = Pick<AcceptRequest, "caller" | "batch">;

/**
 * Scope, credits, domain and MX, then the files that are to be fetched, the text part that is to be made, then size: the
 * cheapest first. A batch is told of every problem of every item at once, up to the MX records, also of items that could
 * not be read; of others' servers files are asked only for what is right so far. Credits are of the whole call, a permissive batch too: there is no
 * telling which items to leave out.
 * @throws SendexError for one message the first problem; for a strict batch all of them
 */
export async function checkItems(
  context: Context,
  request: Checked,
  { items, unread }: Items,
  files: FileHold,
): Promise<CheckedItems> {
  const { caller, batch } = request;
  const all: Read[] = [...unread, ...items.map((item) => ({ ...item, addresses: item.draft }))];
  all.sort((a, b) => a.index - b.index);
  const found = unread.map(({ index, errors }) => ({ index, error: invalidFields(errors) }));
  const note = (more: Problem[]): void => add(request, found, more);
  note(problemsOf(all, (read) => notInScope(caller, read)));
  if (batch !== "strict" || found.length === 0)
    await checkCredits(context, caller, draftsOf(withoutProblems(items, found)));
  const verified = await verifiedDomains(context, caller, all);
  note(problemsOf(all, (read) => notVerified(verified, read)));
  const topics = await knownTopics(context, caller, items);
  note(problemsOf(items, ({ draft }) => noTopic(topics, draft)));
  const { refused, providers } = await lookUpDomains(context, all);
  note(problemsOf(all, (read) => noMailServer(refused, read)));
  refuseStrict(request, found);
  const reachable = withoutProblems(items, found);
  const fetched = await fetchFiles(context, files, draftsOf(reachable));
  const filled = reachable.map(({ index, draft }, i) => ({ index, draft, ...fetched[i] }));
  note(problemsOf(filled, ({ problem }) => problem));
  refuseStrict(request, found);
  const whole = await withTexts(context, caller, withoutProblems(filled, found));
  const tooLarge = await Promise.all(draftsOf(whole).map(overMailLimit));
  note(problemsOf(whole, (_, i) => tooLarge[i]));
  refuseStrict(request, found);
  return { items: withoutProblems(whole, found), errors: itemErrors(found), providers };
}

function withTexts(
  context: Context,
  { accountId }: Tenant,
  items: CheckedItems["items"],
): Promise<CheckedItems["items"]> {
  return Promise.all(
    items.map(async ({ index, draft }) => ({ index, draft: await withText(context, accountId, draft) })),
  );
}

function draftsOf(items: { draft: Draft }[]): Draft[] {
  return items.map(({ draft }) => draft);
}

function problemsOf<T extends { index: number }>(
  items: T[],
  problemOf: (item: T, i: number) => SendexError | undefined,
): Problem[] {
  return items.flatMap((item, i) => {
    const error = problemOf(item, i);
    return error ? [{ index: item.index, error }] : [];
  });
}

/** Throws the first problem of a single message. */
function add({ batch }: Checked, found: Problem[], more: Problem[]): void {
  if (!batch && more[0]) throw more[0].error;
  found.push(...more);
}

function refuseStrict({ batch }: Checked, found: Problem[]): void {
  const refusal = batch === "strict" ? refusalOf(found) : undefined;
  if (refusal) throw refusal;
}

/** A sender that could not be read is a wrong field already. */
function notInScope(caller: Tenant, { addresses: { from } }: Read): SendexError | undefined {
  const error = from && outOfScope(caller, domainOf(from.address));
  return error && atSender(error, "out_of_scope");
}

function notVerified(verified: Set<string>, { addresses: { from } }: Read): SendexError | undefined {
  if (!from || verified.has(domainOf(from.address))) return undefined;
  const message = `The domain ${domainOf(from.address)} is not verified for sending.`;
  return atSender(new SendexError("unprocessable_entity", message), "not_verified");
}

function atSender({ slug, message, sdkName }: SendexError, code: string): SendexError {
  // Both surfaces call it so.
  return new SendexError(slug, message, { name: sdkName, fields: [{ field: "from", code, message }] });
}

async function verifiedDomains(context: Context, { accountId }: Tenant, all: Read[]): Promise<Set<string>> {
  const names = [
    ...new Set(all.flatMap(({ addresses: { from } }) => (from ? [domainOf(from.address)] : []))),
  ];
  const found = await Promise.all(names.map((name) => hasVerified(context, { accountId, name })));
  return new Set(names.filter((_, i) => found[i]));
}

/** Asked for only where a mail names one. */
async function knownTopics(context: Context, { accountId }: Tenant, items: Item[]): Promise<Set<string>> {
  if (items.every(({ draft }) => draft.topicId === undefined)) return new Set();
  const topics = await listTopics(context.data, accountId);
  return new Set(topics.map(({ id }) => id));
}

function noTopic(known: Set<string>, { topicId }: Draft): SendexError | undefined {
  if (topicId === undefined || known.has(topicId)) return undefined;
  const message = "topic_id is the id of no topic of the account.";
  // Both surfaces call it so.
  return invalidFields([{ field: "topic_id", code: "unknown", message }]);
}

/** The lookups of one call run side by side: at most 50 recipients a message, and each domain once. */
async function lookUpDomains(
  context: Context,
  all: Read[],
): Promise<{ refused: Set<string>; providers: Providers }> {
  // An item that could not be read may have named any number of them.
  const recipients = all.flatMap(({ addresses }) => recipientsOf(addresses).slice(0, MAX_RECIPIENTS));
  const domains = [...new Set(recipients.map(({ address }) => domainOf(address)))];
  const reports = await Promise.all(
    domains.map(async (domain) => ({ domain, ...(await context.ports.lookupMx(domain)) })),
  );
  return {
    refused: new Set(reports.flatMap(({ domain, verdict }) => (verdict === "refused" ? [domain] : []))),
    providers: new Map(reports.flatMap(({ domain, provider }) => (provider ? [[domain, provider]] : []))),
  };
}

/** Names every recipient whose domain takes no mail. */
function noMailServer(refused: Set<string>, { addresses, places }: Read): SendexError | undefined {
  const fields = recipientsOf(addresses)
    .filter(({ address }) => refused.has(domainOf(address)))
    .map(({ address, kind }) => ({
      field: places?.get(address.toLowerCase()) ?? kind,
      code: "no_mail_server",
      message: `${address} cannot receive mail: ${domainOf(address)} has no mail server (MX record).`,
    }));
  const [first] = fields;
  return first && new SendexError("invalid_recipient", first.message, { fields });
}

/** A character takes at most this many bytes of a mail, in whichever encoding it goes; a file's byte fewer. */
const BYTES_A_CHARACTER = 10;

async function overMailLimit(draft: Draft): Promise<SendexError | undefined> {
  // Counting exactly reads every character; most messages cannot come near the limit however they are written.
  if (contentLength(draft) * BYTES_A_CHARACTER < SES_V2_MAX_BYTES) return undefined;
  const size = await composedSize(draft);
  if (size <= SES_V2_MAX_BYTES) return undefined;
  const [mail, limit] = [size, SES_V2_MAX_BYTES].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
  return new SendexError(
    "payload_too_large",
    `As a mail this message has ${mail}; at most ${limit} can be sent.`,
  );
}
