import { writeAudit } from "@sendex/data/access/audit";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { readContent } from "@sendex/data/content/sealed";
import { transaction } from "@sendex/data/database/transaction";
import { findMessage } from "@sendex/data/messages/read";
import type { CaseRow } from "@sendex/data/reputation/review-cases";
import { actOf } from "../access/act";
import { BODY_FIELD, readOpenBody } from "../content/seal";
import type { Context } from "../context";

/** A reviewed mail as an operator reads it. */
export interface CaseMail {
  from: string;
  to: string[];
  subject: string | null;
  createdAt: Date;
  recipients: number;
  /** Null, all three: the content is erased. */
  text: string | null;
  html: string | null;
  files: string[] | null;
}

/**
 * The mail that a case is about; undefined where it is gone. Reading it stands in the audit log, which the account's owner
 * sees, before it is read.
 */
export async function readCaseMail(
  context: Context,
  { id, accountId, messageId }: Pick<CaseRow, "id" | "accountId" | "messageId">,
  by: string,
): Promise<CaseMail | undefined> {
  const { data, sealer, clock } = context;
  const message = await findMessage(data, accountId, messageId);
  if (!message) return undefined;
  const entry = actOf(clock(), by, "case.read_mail", accountId, { case: id }, messageId);
  await transaction(data, (client) => writeAudit(client, entry));
  const [dataKey, sealed] = await Promise.all([
    readDataKey(data, accountId),
    readContent(data, accountId, messageId, BODY_FIELD),
  ]);
  const body =
    dataKey && sealed ? readOpenBody(sealer, { accountId, messageId, dataKey }, sealed) : undefined;
  const { from, to, subject, createdAt, recipients } = message;
  return {
    ...{ from, to, subject, createdAt, recipients: recipients.length },
    text: body?.text ?? null,
    html: body?.html ?? null,
    files: body?.files ?? null,
  };
}
