import type { StoredMessage } from "@sendex/core/messages/stored";
import { writeAudit } from "@sendex/data/access/audit";
import {
  exportBroadcasts,
  exportChoices,
  exportContacts,
  exportForms,
  exportImports,
  exportProperties,
  exportSegments,
  exportSignUps,
  exportTopics,
} from "@sendex/data/audiences/export-rows";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { contentBytesOf, readContentsOf } from "@sendex/data/content/sealed";
import { listCredits } from "@sendex/data/credits/entries";
import {
  exportAccountRow,
  exportApiKeys,
  exportDomains,
  exportRequestLog,
  exportStatistics,
  exportSuppressions,
  exportTemplates,
  exportWebhooks,
} from "@sendex/data/content/export-rows";
import { exportImages, imageKey } from "@sendex/data/images/images";
import { transaction } from "@sendex/data/database/transaction";
import { nextMessages } from "@sendex/data/messages/read";
import { type Content, unsealContent } from "./seal";
import { actOf } from "../access/act";
import type { Context } from "../context";
import { getObject } from "../images/store";

/** One line of an export: what it is, and its fields. */
export type ExportLine = { type: string } & Record<string, unknown>;

/** Messages a page, and at most so many sealed bytes of them in memory at a time; one that is larger goes alone. */
const PAGE = 100;
const MOST_BYTES = 32 * 1024 * 1024;
const CREDIT_PAGE = 1_000;

/**
 * Everything an account has, line by line and page by page: its settings, keys and endpoints (without secrets), domains,
 * templates, images (in base64), suppressions, contacts and what people chose, messages with their timelines and what is still kept of their content (files in base64), its
 * ledger of credits, its statistics and its request log. It is no snapshot: what changes meanwhile is as it was when its page was read.
 * The entry in the audit log comes before the first line. Yields nothing where there is no such account, or it is erased.
 */
export async function* exportAccount(
  context: Context,
  accountId: string,
  by: string,
): AsyncGenerator<ExportLine> {
  const { data, clock } = context;
  const account = await exportAccountRow(data, accountId);
  if (!account) return;
  const entry = actOf(clock(), by, "account.export", accountId, {});
  await transaction(data, (client) => writeAudit(client, entry));
  yield { type: "account", ...account };
  for await (const row of exportApiKeys(data, accountId)) yield { type: "api_key", ...row };
  for await (const row of exportDomains(data, accountId)) yield { type: "domain", ...row };
  for await (const row of exportWebhooks(data, accountId)) yield { type: "webhook", ...row };
  for await (const row of exportTemplates(data, accountId)) yield { type: "template", ...row };
  for await (const { bytes, ...row } of exportImages(data, accountId)) {
    const kept = bytes ?? (await getObject(context, imageKey(accountId, row.id), row));
    yield { type: "image", ...row, content: kept ? Buffer.from(kept).toString("base64") : null };
  }
  for await (const row of exportSuppressions(data, accountId)) yield { type: "suppression", ...row };
  yield* exportAudiences(context, accountId);
  yield* exportMessages(context, accountId);
  yield* exportCredits(context, accountId);
  for await (const row of exportStatistics(data, accountId)) yield { type: "statistic", ...row };
  for await (const row of exportRequestLog(data, accountId)) yield { type: "request_log", ...row };
}

async function* exportAudiences({ data }: Context, accountId: string): AsyncGenerator<ExportLine> {
  for await (const row of exportTopics(data, accountId)) yield { type: "topic", ...row };
  // A property's own type stands beside.
  for await (const { type: kind, ...row } of exportProperties(data, accountId))
    yield { type: "contact_property", kind, ...row };
  for await (const row of exportSegments(data, accountId)) yield { type: "segment", ...row };
  for await (const row of exportForms(data, accountId)) yield { type: "form", ...row };
  for await (const row of exportSignUps(data, accountId)) yield { type: "sign_up", ...row };
  for await (const row of exportBroadcasts(data, accountId)) yield { type: "broadcast", ...row };
  for await (const row of exportContacts(data, accountId)) yield { type: "contact", ...row };
  for await (const row of exportImports(data, accountId)) yield { type: "contact_import", ...row };
  for await (const row of exportChoices(data, accountId)) yield { type: "subscription", ...row };
}

async function* exportMessages(context: Context, accountId: string): AsyncGenerator<ExportLine> {
  const { data } = context;
  for (let after = "", more = true; more;) {
    const page = await nextMessages(data, accountId, after, PAGE);
    const bytes = await contentBytesOf(
      data,
      accountId,
      page.map(({ id }) => id),
    );
    for (const part of partsOf(page, bytes)) yield* withContent(context, accountId, part);
    after = page.at(-1)?.id ?? after;
    more = page.length === PAGE;
  }
}

function partsOf(page: StoredMessage[], bytes: Map<string, number>): StoredMessage[][] {
  const parts: StoredMessage[][] = [];
  let sum = Infinity;
  for (const message of page) {
    const size = bytes.get(message.id) ?? 0;
    if (sum + size > MOST_BYTES) {
      parts.push([]);
      sum = 0;
    }
    parts.at(-1)?.push(message);
    sum += size;
  }
  return parts;
}

async function* withContent(
  { data, sealer }: Context,
  accountId: string,
  messages: StoredMessage[],
): AsyncGenerator<ExportLine> {
  const [dataKey, contents] = await Promise.all([
    readDataKey(data, accountId),
    readContentsOf(
      data,
      accountId,
      messages.map(({ id }) => id),
    ),
  ]);
  for (const { accountId: _, ...message } of messages) {
    const sealed = contents.get(message.id);
    const owner = { accountId, messageId: message.id, dataKey: dataKey ?? new Uint8Array() };
    const content = sealed && sealed.size > 0 ? unsealContent(sealer, owner, sealed) : undefined;
    yield { type: "message", ...message, content: content ? shown(content) : null };
  }
}

function shown({ attachments, ...content }: Content): object {
  return {
    ...content,
    attachments: attachments.map((file) => ({
      ...file,
      content: Buffer.from(file.content).toString("base64"),
    })),
  };
}

async function* exportCredits({ data }: Context, accountId: string): AsyncGenerator<ExportLine> {
  for (let before: number | undefined, more = true; more;) {
    const page = await listCredits(data, accountId, {
      limit: CREDIT_PAGE,
      ...(before === undefined ? {} : { before }),
    });
    for (const entry of page) yield { type: "credit_entry", ...entry };
    before = page.at(-1)?.id;
    more = page.length === CREDIT_PAGE;
  }
}
