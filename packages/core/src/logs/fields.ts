/**
 * What the request log keeps of a field, by its name; `docs/logs.md` says it to customers. A name that is not here is kept of
 * no request, and of our own answers without its value.
 *
 * - `word`: a number, true, false, null, an id of ours, a time, or a word of ours.
 * - `name`: an id, or the alias of a template.
 * - `domain`: a domain.
 * - `address`: an address's domain.
 * - `host`: scheme and host of a URL.
 * - `inside`: an object or a list, by what is in it.
 * - `hidden`: how large it is.
 */
export type Kept = "word" | "name" | "domain" | "address" | "host" | "inside" | "hidden";

const NAMES: Record<Kept, readonly string[]> = {
  word: [
    ...["object", "status", "mode", "type", "priority", "event", "events", "role", "permission"],
    ...[
      "created_at",
      "updated_at",
      "published_at",
      "scheduled_at",
      "scheduled_time",
      "scheduledAt",
      "sent_at",
    ],
    ...["delivered_at", "expires_at", "since", "last_event", "message_id", "email_id", "template_id"],
    ...["rate_limit_per_minute", "click_tracking", "open_tracking", "tls", "region"],
    ...["expire_now", "unknown_policy", "keep_content", "deleted", "has_more", "next_cursor"],
    ...["credits", "rate_limit", "version", "index", "enabled", "threshold", "wanted"],
    ...[
      "topic_id",
      "subscription",
      "default_subscription",
      "unsubscribed",
      "segment_id",
      "audience_id",
      "send",
      "per_hour",
      "on_conflict",
    ],
    ...["match", "operator", "state", "language", "asked_at", "confirmed_at", "form_id"],
    ...["subject_test", "percent", "hours", "by", "winner", "variant", "not_reached_by", "not_reached"],
  ],
  name: ["id", "ids", "template", "alias"],
  domain: ["domain", "domains", "domain_id"],
  address: [
    ...["from", "to", "cc", "bcc", "reply_to", "replyTo", "sender", "recipient", "recipients"],
    ...["email", "emails", "address", "addresses", "default_from", "reply_to_address"],
  ],
  host: ["endpoint", "url", "logo_url", "redirect_url", "page_url", "allowed_origins"],
  inside: [
    ...["data", "errors", "suppressions", "segments", "topics"],
    ...["rule", "groups", "conditions", "brand", "double_opt_in", "confirmation"],
    ...["volume", "bounce_rate", "complaint_rate", "deferrals", "webhook_failing", "key_network"],
  ],
  hidden: [
    ...[
      "subject",
      "text",
      "html",
      "mjml",
      "blocks",
      "headers",
      "attachments",
      "tags",
      "metadata",
      "csv",
      "message",
    ],
    ...[
      "variables",
      "template_data",
      "values",
      "fallback_value",
      "default",
      "name",
      "label",
      "reason",
      "confirm",
    ],
    ...[
      "filename",
      "content",
      "path",
      "content_type",
      "content_id",
      "contentType",
      "contentId",
      "description",
    ],
    ...[
      "token",
      "key",
      "secret",
      "signing_secret",
      "password",
      "hint",
      "timezone",
      "value",
      "note",
      "tracking_subdomain",
    ],
    ...[
      "capabilities",
      "custom_return_path",
      "first_name",
      "last_name",
      "properties",
      "preview_text",
      "contact",
    ],
    ...["column_map", "column", "file", "field", "color", "logo", "fields", "asked_from", "confirmed_from"],
  ],
};

const KEPT = new Map(
  Object.entries(NAMES).flatMap(([kept, names]) =>
    // A record's own keys are its `Kept`: the table above is a literal.
    names.map((name) => [name, kept as Kept] as const),
  ),
);

/** Undefined for a name that is not known. */
export function keptOf(field: string): Kept | undefined {
  return KEPT.get(field);
}
