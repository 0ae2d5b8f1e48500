import { domainOf } from "@sendex/core/accepting/address";
import { SendexError } from "@sendex/core/error";
import { contentLength, type Draft, recipientsOf, SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { composedSize } from "@sendex/render/mime-size";
import type { ItemError } from "@sendex/wire/messages/accepted";
import type { AcceptRequest } from "./request";
import { outOfScope } from "../access/refuse";
import { checkCredits } from "../credits/check";
import type { Context } from "../context";
import { type Fetched, fetchFiles } from "./fetch-files";
import type { FileHold } from "./file-room";
import { domainHint } from "../hints/open";

/** One draft of a call, with its place in the request. */
export interface Item {
  index: number;
  draft: Draft;
}

/** The drafts of one call that are still to be sent, and what is wrong with the others. */
export interface Items {
  items: Item[];
  errors: ItemError[];
}

type Checked = Pick<AcceptRequest, "caller" | "batch">;

/**
 * Scope, credits, domain and MX, then the files that are to be fetched, then size: the cheapest first, and nothing is
 * asked of others for a call that is refused anyway. Credits are of the whole call, a permissive batch too: there is no
 * telling which items to leave out.
 * @throws SendexError the first problem, unless the batch is permissive: then it becomes that item's error
 */
export async function checkItems(
  context: Context,
  request: Checked,
  reading: Items,
  files: FileHold,
): Promise<Items> {
  const { caller } = request;
  const inScope = leaveOut(request, reading, (draft) => outOfScope(caller, domainOf(draft.from.address)));
  await checkCredits(context, caller, draftsOf(inScope));
  const verified = await verifiedDomains(context, caller, draftsOf(inScope));
  const sendable = leaveOut(request, inScope, (draft) => notVerified(verified, draft));
  const refused = await refusedDomains(context, draftsOf(sendable));
  const reachable = leaveOut(request, sendable, (draft) => noMailServer(refused, draft));
  const fetched = await fetchFiles(context, files, draftsOf(reachable));
  const whole = leaveOut(request, withFiles(reachable, fetched), (_, i) => fetched[i]?.problem);
  const tooLarge = await Promise.all(draftsOf(whole).map(overMailLimit));
  return leaveOut(request, whole, (_, i) => tooLarge[i]);
}

function draftsOf({ items }: Items): Draft[] {
  return items.map(({ draft }) => draft);
}

function withFiles({ items, errors }: Items, fetched: Fetched[]): Items {
  return { items: items.map((item, i) => ({ ...item, ...fetched[i] })), errors };
}

/** Throws the first problem, or leaves out what has one. */
function leaveOut(
  { batch }: Checked,
  { items, errors }: Items,
  problemOf: (draft: Draft, i: number) => SendexError | undefined,
): Items {
  const wrong: ItemError[] = [];
  const left = items.filter(({ index, draft }, i) => {
    const problem = problemOf(draft, i);
    if (!problem) return true;
    if (batch !== "permissive") throw batch ? atItem(problem, index) : problem;
    wrong.push({ index, message: problem.message });
    return false;
  });
  return { items: left, errors: [...errors, ...wrong].sort((a, b) => a.index - b.index) };
}

function atItem(problem: SendexError, index: number): SendexError {
  return new SendexError(problem.slug, `[${index}]: ${problem.message}`, {
    name: problem.sdkName,
    fields: problem.fields.map((error) => ({ ...error, field: `[${index}].${error.field}` })),
  });
}

function notVerified(verified: Set<string>, draft: Draft): SendexError | undefined {
  const domain = domainOf(draft.from.address);
  if (verified.has(domain)) return undefined;
  return new SendexError("unprocessable_entity", `The domain ${domain} is not verified for sending.`);
}

async function verifiedDomains(
  context: Context,
  { accountId }: Tenant,
  drafts: Draft[],
): Promise<Set<string>> {
  const names = [...new Set(drafts.map((draft) => domainOf(draft.from.address)))];
  const found = await Promise.all(
    names.map((name) => {
      const domain = { accountId, name };
      return context.hints.domains.get(domainHint(domain), async () =>
        (await context.batches.isVerified(domain)) ? domain : undefined,
      );
    }),
  );
  return new Set(found.flatMap((domain) => (domain ? [domain.name] : [])));
}

/** The lookups of one call run side by side: at most 50 recipients a message, and each domain once. */
async function refusedDomains(context: Context, drafts: Draft[]): Promise<Set<string>> {
  const domains = [
    ...new Set(drafts.flatMap((draft) => recipientsOf(draft).map(({ address }) => domainOf(address)))),
  ];
  const verdicts = await Promise.all(domains.map((domain) => context.ports.lookupMx(domain)));
  return new Set(domains.filter((_, i) => verdicts[i] === "refused"));
}

function noMailServer(refused: Set<string>, draft: Draft): SendexError | undefined {
  const recipient = recipientsOf(draft).find(({ address }) => refused.has(domainOf(address)));
  if (!recipient) return undefined;
  const { address } = recipient;
  return new SendexError(
    "invalid_recipient",
    `${address} cannot receive mail: ${domainOf(address)} has no mail server (MX record).`,
  );
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
