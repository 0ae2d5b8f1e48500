import type { TemplateContent } from "@sendex/core/templates/template";

interface ListedTemplate {
  id: string;
  name: string;
  alias: string | null;
  /** Null: nothing of it is published. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

interface TemplateVersion extends Pick<TemplateContent, "subject"> {
  id: string;
  version: number;
  createdAt: Date;
  /** Null: the draft. */
  publishedAt: Date | null;
}

interface ShownTemplate {
  template: Omit<ListedTemplate, "publishedAt">;
  newest: TemplateVersion & TemplateContent;
  /** What is sent. */
  published: TemplateVersion | undefined;
}

interface Preview {
  id: string;
  version: number;
  from?: string;
  replyTo: string[];
  subject?: string;
  html?: string;
  text?: string;
}

/** Templates on the wire, as the Resend SDK reads them, with what Sendex adds. */
export function presentListed({ id, name, alias, publishedVersion, publishedAt, ...times }: ListedTemplate) {
  return {
    id,
    name,
    alias,
    status: statusOf(publishedVersion),
    created_at: times.createdAt.toISOString(),
    updated_at: times.updatedAt.toISOString(),
    published_at: publishedAt?.toISOString() ?? null,
  };
}

/** With what its newest version holds. */
export function presentTemplate({ template, newest, published }: ShownTemplate): object {
  return {
    object: "template",
    ...presentListed({ ...template, publishedAt: published?.publishedAt ?? null }),
    current_version_id: (published ?? newest).id,
    version: newest.version,
    published_version: template.publishedVersion,
    has_unpublished_versions: newest.publishedAt === null,
    from: newest.from,
    reply_to: newest.replyTo.length > 0 ? newest.replyTo : null,
    subject: newest.subject,
    html: newest.html,
    text: newest.text,
    mjml: newest.mjml,
    blocks: newest.blocks,
    variables: newest.variables.map(presentVariable),
  };
}

export function presentVersion(
  { id, version, subject, createdAt, publishedAt }: TemplateVersion,
  current: number | null,
) {
  return {
    object: "template_version",
    id,
    version,
    status: publishedAt ? "published" : "draft",
    current: version === current,
    subject,
    created_at: createdAt.toISOString(),
    published_at: publishedAt?.toISOString() ?? null,
  };
}

export function presentPreview({ id, version, from, replyTo, subject, html, text }: Preview): object {
  return {
    object: "template_preview",
    id,
    version,
    from: from ?? null,
    reply_to: replyTo,
    subject: subject ?? null,
    html: html ?? null,
    text: text ?? null,
  };
}

function statusOf(publishedVersion: number | null): string {
  return publishedVersion === null ? "draft" : "published";
}

/** What is wrong with a template that is being written. */
export interface DraftProblem {
  /** A part (`subject`, `html`, `text`, `mjml`, `blocks`), or `values.name`. */
  field: string;
  kind: "syntax" | "failed" | "limit" | "missing" | "type";
  message: string;
  /** From 1; null: not known. */
  line: number | null;
  column: number | null;
}

export interface DraftPreview {
  /** Null, here and below: there is none, or it could not be rendered. */
  subject: string | null;
  html: string | null;
  text: string | null;
  problems: DraftProblem[];
  variables: { key: string; type: string | null; declared: boolean; used: boolean; given: boolean }[];
}

export function presentDraftPreview(preview: DraftPreview): object {
  return { object: "template_draft_preview", ...preview };
}

/** One version with what it holds. */
export function presentWholeVersion(
  version: TemplateVersion & TemplateContent,
  current: number | null,
): object {
  const { from, replyTo, html, text, mjml, blocks, variables } = version;
  return {
    ...presentVersion(version, current),
    from,
    reply_to: replyTo.length > 0 ? replyTo : null,
    html,
    text,
    mjml,
    blocks,
    variables: variables.map(presentVariable),
  };
}

function presentVariable({ key, type, fallback = null }: TemplateContent["variables"][number]) {
  return { key, type, fallback_value: fallback };
}
