import type { Dialect, Draft } from "@sendex/core/accepting/message";
import { beginAccept, finishAccept } from "@sendex/pipeline/accepting/accept";
import type { Accepted, AcceptRequest } from "@sendex/pipeline/accepting/request";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { openComposer } from "@sendex/pipeline/sending/compose";
import type { Sender } from "@sendex/pipeline/sending/send-recipient";
import type { Tenant } from "@sendex/data/access/api-keys";
import { seedAccount, type SeededAccount } from "./accounts";
import { openTestContext, type TestContext } from "./context";

/** A context and one account, driven by hand: nothing moves unless the test says so. */
export interface Drive {
  test: TestContext;
  account: SeededAccount;
  caller: Tenant;
  sender: Sender;
}

export async function openDrive(overrides?: Parameters<typeof openTestContext>[0]): Promise<Drive> {
  const test = await openTestContext(overrides);
  return driveOver(test, await seedAccount(test.context));
}

/** Drives a context and an account that are there already. */
export async function driveOver(test: TestContext, account: SeededAccount): Promise<Drive> {
  const caller = await authenticate(test.context, account.authorization);
  return { test, account, caller, sender: senderOf(test) };
}

/** A sender that is never paced. */
function senderOf(test: TestContext): Sender {
  return {
    compose: openComposer(test.context),
    rate: {
      reserve: async () => ({ reserved: true, waitMs: 0 }),
      perSecond: () => 1_000,
      throttled: async () => undefined,
      pausedLately: () => true,
      close: () => undefined,
    },
    domains: { none: () => true, of: () => undefined, close: () => undefined },
  };
}

export function draftOf({ account }: Drive, overrides: Partial<Draft> = {}): Draft {
  return {
    from: { address: `hello@${account.domain}` },
    to: [{ address: "someone@example.com" }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Hello",
    text: "A body.",
    headers: {},
    attachments: [],
    tags: [],
    metadata: {},
    priority: "standard",
    ...overrides,
  };
}

/** A call, and the drafts that a surface would read from its body. */
export interface DraftedRequest extends AcceptRequest {
  drafts: Draft[];
}

export function requestOf(
  { caller, test }: Drive,
  drafts: Draft[],
  overrides: Partial<AcceptRequest> = {},
): DraftedRequest {
  return {
    caller,
    dialect: "sendex",
    fingerprint: "a body",
    now: test.clock.now(),
    ...(drafts.length > 1 && { batch: "strict" }),
    ...overrides,
    drafts,
  };
}

/** What a surface does with a call whose body it has read. */
export async function accept(context: TestContext["context"], request: DraftedRequest): Promise<Accepted> {
  const items = request.drafts.map((draft, index) => ({ index, draft }));
  const known = await beginAccept(context, request);
  return known ?? (await finishAccept(context, request, { items, unread: [] }));
}

/** Accepts one message; its id. */
export async function post(
  drive: Drive,
  draft: Partial<Draft> = {},
  dialect: Dialect = "sendex",
): Promise<string> {
  const { messageIds } = await accept(
    drive.test.context,
    requestOf(drive, [draftOf(drive, draft)], { dialect }),
  );
  return messageIds[0] ?? "";
}
