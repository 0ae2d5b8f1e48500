import type { Mode } from "@sendex/core/accepting/message";
import type { Form } from "@sendex/core/audiences/forms/form";

/** A form as its account sees it; `pageUrl` is where people sign up. */
export function presentForm(form: Form, mode: Mode, pageUrl: string) {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
  return {
    object: "form" as const,
    id: form.id,
    mode,
    name: form.name,
    from: form.from,
    template: form.templateId,
    segments: named(form.segments),
    topics: named(form.topics),
    fields: form.fields,
    redirect_url: form.redirectUrl,
    allowed_origins: form.allowedOrigins,
    page_url: pageUrl,
    created_at: form.createdAt.toISOString(),
    updated_at: form.updatedAt.toISOString(),
  };
}
