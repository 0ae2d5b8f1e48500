import { arrayOf, boolean, int, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";

export const UPDATE_TEMPLATE = unpreparedStatement(
  {
    accountId: text,
    id: text,
    version: int,
    at: timestamptz,
    name: text.orNull,
    setAlias: boolean,
    alias: text.orNull,
  },
  ({ accountId, id, version, at, name, setAlias, alias }) => `
UPDATE templates SET last_version = ${version}, updated_at = ${at}, name = COALESCE(${name}, name),
  alias = CASE WHEN ${setAlias} THEN ${alias} ELSE alias END
WHERE account_id = ${accountId} AND id = ${id}`,
);

const CONTENT = {
  subject: text.orNull,
  html: text.orNull,
  text: text.orNull,
  mjml: text.orNull,
  blocks: text.orNull,
  from: text.orNull,
  replyTo: arrayOf(text),
  variables: text,
};

export const INSERT_VERSION = unpreparedStatement(
  { accountId: text, templateId: text, version: int, id: text, createdAt: timestamptz, ...CONTENT },
  (v) => `
INSERT INTO template_versions (account_id, template_id, version, id, created_at, updated_at, subject, html, text, mjml,
  blocks, from_header, reply_to, variables)
VALUES (${v.accountId}, ${v.templateId}, ${v.version}, ${v.id}, ${v.createdAt}, ${v.createdAt}, ${v.subject}, ${v.html},
  ${v.text}, ${v.mjml}, ${v.blocks}::text::jsonb, ${v.from}, ${v.replyTo}, ${v.variables}::text::jsonb)`,
);

export const UPDATE_DRAFT = unpreparedStatement(
  { accountId: text, templateId: text, version: int, at: timestamptz, ...CONTENT },
  (v) => `
UPDATE template_versions SET updated_at = ${v.at}, subject = ${v.subject}, html = ${v.html}, text = ${v.text}, mjml = ${v.mjml},
  blocks = ${v.blocks}::text::jsonb, from_header = ${v.from}, reply_to = ${v.replyTo}, variables = ${v.variables}::text::jsonb
WHERE account_id = ${v.accountId} AND template_id = ${v.templateId} AND version = ${v.version} AND published_at IS NULL`,
);

export const PUBLISH_VERSION = unpreparedStatement(
  { accountId: text, id: text, version: int, at: timestamptz },
  (p) => `
UPDATE template_versions SET published_at = ${p.at}
WHERE account_id = ${p.accountId} AND template_id = ${p.id} AND version = ${p.version}`,
);

export const PUBLISH = unpreparedStatement(
  { accountId: text, id: text, version: int, at: timestamptz },
  (p) => `
UPDATE templates SET published_version = ${p.version}, updated_at = ${p.at}
WHERE account_id = ${p.accountId} AND id = ${p.id}`,
);

export const LOCK_TEMPLATE = unpreparedStatement(
  { accountId: text, id: text },
  (p) => `SELECT last_version FROM templates WHERE account_id = ${p.accountId} AND id = ${p.id} FOR UPDATE`,
);

export const FIND_VERSION = unpreparedStatement(
  { accountId: text, id: text, version: int },
  (p) => `
SELECT account_id AS "accountId", template_id AS "templateId", version, id, subject, html, text, mjml, blocks, from_header AS "from",
  reply_to AS "replyTo", variables, created_at AS "createdAt", updated_at AS "updatedAt", published_at AS "publishedAt"
FROM template_versions WHERE account_id = ${p.accountId} AND template_id = ${p.id} AND version = ${p.version}`,
);
