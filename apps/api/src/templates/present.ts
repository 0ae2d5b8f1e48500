import type { listTemplates, listTemplateVersions, ShownTemplate } from "@sendex/pipeline/templates/edit";
import type { previewTemplate } from "@sendex/pipeline/templates/preview";

type Listed = Awaited<ReturnType<typeof listTemplates>>["data"][number];
type Version = Awaited<ReturnType<typeof listTemplateVersions>>["data"][number];
type Preview = Awaited<ReturnType<typeof previewTemplate>>;

/** Templates on the wire, as the Resend SDK reads them, with what Sendex adds. */
export function presentListed({ id, name, alias, publishedVersion, publishedAt, ...times }: Listed) {
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
    variables: newest.variables.map(({ key, type, fallback = null }) => ({
      key,
      type,
      fallback_value: fallback,
    })),
  };
}

export function presentVersion(
  { id, version, subject, createdAt, publishedAt }: Version,
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
