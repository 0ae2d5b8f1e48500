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
  from: text.orNull,
  replyTo: arrayOf(text),
  variables: text,
};

export const INSERT_VERSION = unpreparedStatement(
  { accountId: text, templateId: text, version: int, id: text, createdAt: timestamptz, ...CONTENT },
  (v) => `
INSERT INTO template_versions (account_id, template_id, version, id, created_at, updated_at, subject, html, text, mjml,
  from_header, reply_to, variables)
VALUES (${v.accountId}, ${v.templateId}, ${v.version}, ${v.id}, ${v.createdAt}, ${v.createdAt}, ${v.subject}, ${v.html},
  ${v.text}, ${v.mjml}, ${v.from}, ${v.replyTo}, ${v.variables}::text::jsonb)`,
);

export const UPDATE_DRAFT = unpreparedStatement(
  { accountId: text, templateId: text, version: int, at: timestamptz, ...CONTENT },
  (v) => `
UPDATE template_versions SET updated_at = ${v.at}, subject = ${v.subject}, html = ${v.html}, text = ${v.text}, mjml = ${v.mjml},
  from_header = ${v.from}, reply_to = ${v.replyTo}, variables = ${v.variables}::text::jsonb
WHERE account_id = ${v.accountId} AND template_id = ${v.templateId} AND version = ${v.version} AND published_at IS NULL`,
);
