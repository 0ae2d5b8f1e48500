import type { TemplateContent } from "@sendex/core/templates/template";
import type { TemplateVariable } from "@sendex/core/templates/variable";
import { text } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** What sending needs of a template. */
export interface PublishedTemplate extends Omit<TemplateContent, "mjml" | "blocks"> {
  accountId: string;
  id: string;
  /** Null: nothing of it is published, and there is nothing to send. */
  version: number | null;
}

/** By id or alias. */
export async function findPublished(
  data: Data,
  accountId: string,
  ref: { id: string } | { alias: string },
): Promise<PublishedTemplate | undefined> {
  const { rows } = await plain(data).query<Row>(
    "id" in ref ? FIND_BY_ID({ accountId, ref: ref.id }) : FIND_BY_ALIAS({ accountId, ref: ref.alias }),
  );
  const row = rows[0];
  if (!row) return undefined;
  const { account_id, from_header, reply_to, variables, ...rest } = row;
  return {
    ...rest,
    accountId: account_id,
    from: from_header,
    replyTo: reply_to ?? [],
    variables: variables ?? [],
  };
}

interface Row {
  account_id: string;
  id: string;
  version: number | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  from_header: string | null;
  reply_to: string[] | null;
  variables: TemplateVariable[] | null;
}

const find = (name: string, column: string) =>
  statement(
    name,
    { accountId: text, ref: text },
    (p) => `
SELECT t.account_id, t.id, v.version, v.subject, v.html, v.text, v.from_header, v.reply_to, v.variables
FROM templates t LEFT JOIN template_versions v
  ON v.account_id = t.account_id AND v.template_id = t.id AND v.version = t.published_version
WHERE t.account_id = ${p.accountId} AND ${column} = ${p.ref}`,
  );

const FIND_BY_ID = find("find-published-by-id", "t.id");
const FIND_BY_ALIAS = find("find-published-by-alias", "t.alias");
