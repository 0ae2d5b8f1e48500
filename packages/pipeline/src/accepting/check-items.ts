import { domainOf } from "@sendex/core/accepting/address";
import { SendexError } from "@sendex/core/error";
import { type Draft, recipientsOf, SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import { inScope } from "@sendex/core/access";
import type { Tenant } from "@sendex/data/access/api-keys";
import { composedSize } from "@sendex/render/mime-size";
import { checkCredits } from "../credits/check";
import type { Context } from "../context";
import { fetchFiles } from "./fetch-files";
import type { FileHold } from "./file-room";
import { domainHint } from "../hints";
import { orUnavailable } from "../unavailable";

/** What is wrong with one item of a batch. */
export interface ItemError {
  index: number;
  message: string;
}

/** The drafts of one call that are still to be sent, and what is wrong with the others. */
export interface Items {
  drafts: Draft[];
  errors: ItemError[];
  indexes: number[];
}

interface Checked {
  caller: Tenant;
  batch?: boolean;
  permissive?: boolean;
}

/**
 * Scope, domain and MX, then the files that are to be fetched, then size: nothing is asked of others for a call that is
 * refused anyway. The first problem answers, or in a permissive batch becomes that item's error.
 */
export async function checkItems(
  context: Context,
  request: Checked,
  items: Items,
  hold: FileHold,
): Promise<Items> {
  const refused = await problemsOf(context, request, items.drafts);
  const accepted = settle(request, items, refused);
  const fetched = await fetchFiles(context, hold, accepted.drafts);
  const drafts = fetched.map((file, i) => ("draft" in file ? file.draft : accepted.drafts[i]));
  const wrong = await Promise.all(
    fetched.map(async (file) => ("draft" in file ? tooLarge(file.draft) : file.problem)),
  );
  return settle(request, { ...accepted, drafts: drafts.flatMap((draft) => draft ?? []) }, wrong);
}

/** Throws the first problem, or leaves out what has one. `problems` has an entry a draft. */
function settle(request: Checked, items: Items, problems: (SendexError | undefined)[]): Items {
  const first = problems.findIndex((problem) => problem !== undefined);
  const problem = problems[first];
  if (!problem) return items;
  if (!request.permissive) throw request.batch ? atItem(problem, items.indexes[first] ?? first) : problem;
  const errors = problems.flatMap((error, i) =>
    error ? [{ index: items.indexes[i] ?? i, message: error.message }] : [],
  );
  return {
    drafts: items.drafts.filter((_, i) => !problems[i]),
    indexes: items.indexes.filter((_, i) => !problems[i]),
    errors: [...items.errors, ...errors].sort((a, b) => a.index - b.index),
  };
}

function atItem(problem: SendexError, index: number): SendexError {
  return new SendexError(problem.slug, `[${index}]: ${problem.message}`, {
    name: problem.sdkName,
    fields: problem.fields.map((error) => ({ ...error, field: `[${index}].${error.field}` })),
  });
}

/**
 * One entry a draft. Scope goes before credits, credits before domains, domains before MX, as a whole, so that the cheap
 * check answers first. Credits are of the whole call, a permissive batch too: there is no telling which items to leave out.
 * @throws SendexError insufficient_credits
 */
async function problemsOf(
  context: Context,
  { caller, permissive }: Checked,
  drafts: Draft[],
): Promise<(SendexError | undefined)[]> {
  const scope = drafts.map((draft) => outOfScope(caller, draft));
  if (drafts.length === 1 && scope[0]) return scope;
  if (permissive || !scope.some((problem) => problem))
    await checkCredits(
      context,
      caller,
      drafts.filter((_, i) => !scope[i]),
    );
  const senders = [...new Set(drafts.map((draft) => domainOf(draft.from.address)))];
  const verified = await verifiedOf(context, caller.accountId, senders);
  const unverified = drafts.map((draft, i) => scope[i] ?? notVerified(verified, draft));
  if (drafts.length === 1 && unverified[0]) return unverified;
  const refused = await refusedDomains(context, drafts);
  return drafts.map((draft, i) => unverified[i] ?? noMailServer(refused, draft));
}

function outOfScope(caller: Tenant, draft: Draft): SendexError | undefined {
  const domain = domainOf(draft.from.address);
  if (inScope(caller.domains, domain)) return undefined;
  return new SendexError("forbidden", `This API key may not send from ${domain}.`);
}

function notVerified(verified: Set<string>, draft: Draft): SendexError | undefined {
  const domain = domainOf(draft.from.address);
  if (verified.has(domain)) return undefined;
  return new SendexError("unprocessable_entity", `The domain ${domain} is not verified for sending.`);
}

async function verifiedOf(context: Context, accountId: string, names: string[]): Promise<Set<string>> {
  const found = await Promise.all(
    names.map((name) => {
      const domain = { accountId, name };
      return context.hints.domains.get(domainHint(domain), async () =>
        (await orUnavailable(() => context.batches.isVerified(domain))) ? domain : undefined,
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

async function tooLarge(draft: Draft): Promise<SendexError | undefined> {
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

function contentLength({ text = "", html = "", attachments }: Draft): number {
  return text.length + html.length + attachments.reduce((sum, { content }) => sum + content.byteLength, 0);
}
