// Made from the API's description by scripts/sdk.mjs; do not edit.
import type { Call, Options } from "../call";

export type AcceptedBatch = {
  "data": Array<{
    /** `msg_…`, the same on both surfaces. */
    "id": string;
  }>;
  /** With `x-batch-validation: permissive`: what was left out. */
  "errors"?: Array<{
    "index": number;
    "message": string;
  }>;
};

export type AcceptedEmail = {
  /** `msg_…`, the same on both surfaces. */
  "id": string;
  "object": "email";
  "status": "queued" | "scheduled";
  "created_at": string;
  "scheduled_at"?: string;
};

export type AcceptedMessage = {
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  "status": "queued" | "scheduled";
  "recipient": string | null;
  "created_at": string;
  "scheduled_time"?: string;
};

export type Account = {
  "object": "account";
  "id": string;
  "email": string;
  "name": string | null;
  "created_at": string;
  "keep_content": boolean;
  "unknown_policy": "resend" | "fail";
  "tier": string;
  /** Recipients a UTC day; going over it refuses nothing. */
  "daily_guideline": number;
  "accepted_today": number;
  /** What the account still lacks to be promoted; null: it is trusted. */
  "missing_for_trusted": Array<"age" | "sent" | "bounce_rate" | "standing"> | null;
  "standing": "active" | "suspended";
  "bounce_rate": {
    /** Recipients of live mail in the window. */
    "sent": number;
    /** Of them, those that bounced for good or complained. */
    "hurt": number;
    "percent": number;
    "window_days": number;
    "warning_percent": number;
    "suspension_percent": number;
    /** Before so many nothing is judged. */
    "min_sent": number;
  };
  "pauses": Array<{
    /** Of the key or template. */
    "id": string;
    "kind": "key" | "template";
    "reason": string;
    /** What the decision rests on. */
    "evidence": {
      "sent"?: number;
      "hurt"?: number;
      "percent"?: number;
      "threshold_percent"?: number;
      "window_days"?: number;
      "message_id"?: string;
      "label"?: string;
      "signals"?: Array<string>;
    };
    "created_at": string;
  }>;
  "suspension": {
    "id": string;
    "cause": "bounce_rate" | "content" | "operator";
    "reason": string;
    /** What the decision rests on. */
    "evidence": {
      "sent"?: number;
      "hurt"?: number;
      "percent"?: number;
      "threshold_percent"?: number;
      "window_days"?: number;
      "message_id"?: string;
      "label"?: string;
      "signals"?: Array<string>;
    };
    "created_at": string;
    /** What was waiting at the suspension is given up then. */
    "held_until": string;
    "appeals": Array<Appeal>;
  } | null;
};

export type ApiError = {
  /** The word to branch on. */
  "error": "bad_request" | "unauthorized" | "insufficient_credits" | "forbidden" | "account_suspended" | "not_found" | "method_not_allowed" | "idempotency_conflict" | "payload_too_large" | "unsupported_media_type" | "unprocessable_entity" | "invalid_recipient" | "validation_failed" | "too_many_requests" | "internal_server_error" | "bad_gateway" | "service_unavailable";
  /** For people. */
  "message": string;
  /** The HTTP status. */
  "statusCode": number;
  /** The word that users of the Resend SDK know. */
  "name": string;
  /** Every wrong field; at most 100. */
  "errors"?: Array<FieldError>;
};

export type Appeal = {
  "object": "appeal";
  "id": string;
  "suspension_id": string;
  "status": "open" | "granted" | "denied" | "moot";
  "message": string;
  /** Of whoever decided. */
  "note": string | null;
  "created_at": string;
  "decided_at": string | null;
};

export type CancelledMessage = {
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  "status": "cancelled";
};

export type ChangedEmail = {
  "object": "email";
  /** `msg_…`, the same on both surfaces. */
  "id": string;
};

export type CreatedWebhook = {
  "object": "webhook";
  /** `whk_…` */
  "id": string;
  "endpoint": string;
  /** Events it is told of; later versions add names. */
  "events": Array<string>;
  "status": "enabled" | "disabled";
  "created_at": string;
  /** `whsec_…`; shown only here. */
  "signing_secret": string;
};

export type DeletedWebhook = {
  "object": "webhook";
  "id": string;
  "deleted": true;
};

export type Email = {
  "object": "email";
  /** `msg_…`, the same on both surfaces. */
  "id": string;
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  /** The Message-ID header. */
  "rfc_message_id": string;
  "to": Array<string>;
  "from": string;
  "cc": Array<string> | null;
  "bcc": Array<string> | null;
  "reply_to": Array<string> | null;
  /** Null once the content is erased. */
  "subject": string | null;
  "created_at": string;
  "scheduled_at": string | null;
  /** The status in the words of the Resend SDK. */
  "last_event": string;
  "status": "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "priority": "critical" | "standard" | "bulk";
  "tags": Array<Tag>;
  "metadata": Record<string, unknown>;
  "recipients": Array<EmailRecipient>;
  /** Null where there is none, or once it is erased. */
  "html": string | null;
  /** Null where there is none, or once it is erased. */
  "text": string | null;
  /** The timeline, oldest first. */
  "events": Array<EmailEvent>;
};

export type EmailEvent = {
  "type": "queued" | "scheduled" | "rescheduled" | "held" | "released" | "attempt" | "sent" | "deferred" | "delivered" | "bounced" | "complained" | "not_spam" | "failed" | "suppressed" | "cancelled" | "opened" | "clicked" | "unsubscribed" | "paced" | "paused" | "unknown" | "dead_lettered";
  "at": string;
  "recipient"?: string;
  /** Which try this belongs to, from 1. */
  "attempt"?: number;
  "reason"?: string;
  /** The words of SES or of the receiving server. */
  "detail"?: string;
  "bounce"?: {
    "type": string;
    "subType": string;
    "message": string;
  };
  "complaint"?: {
    "type": string | null;
  };
  "click"?: {
    "link": string;
    "userAgent"?: string;
    "ipAddress"?: string;
  };
  "open"?: {
    "userAgent"?: string;
    "ipAddress"?: string;
  };
  "pace"?: {
    "limit": "account" | "domain";
    "domain"?: string;
    "perSecond": number;
  };
  "ses_message_id"?: string;
  "retry_at"?: string;
  "scheduled_at"?: string;
  [name: string]: unknown;
};

export type EmailList = {
  "object": "list";
  "data": Array<ListedEmail>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type EmailRecipient = {
  "address": string;
  "kind": "to" | "cc" | "bcc";
  "status": "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "reason": string | null;
  "ses_message_id": string | null;
};

export type FieldError = {
  /** Where, as the caller wrote it: `to[0]`, `attachments[1].filename`, `[3].to`. */
  "field": string;
  /** A stable word: `required`, `type`, `unknown`, `format`, `too_long`, … */
  "code": string;
  /** For people. */
  "message": string;
};

export type ListedEmail = {
  "object": "email";
  /** `msg_…`, the same on both surfaces. */
  "id": string;
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  /** The Message-ID header. */
  "rfc_message_id": string;
  "to": Array<string>;
  "from": string;
  "cc": Array<string> | null;
  "bcc": Array<string> | null;
  "reply_to": Array<string> | null;
  /** Null once the content is erased. */
  "subject": string | null;
  "created_at": string;
  "scheduled_at": string | null;
  /** The status in the words of the Resend SDK. */
  "last_event": string;
  "status": "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "priority": "critical" | "standard" | "bulk";
  "tags": Array<Tag>;
  "metadata": Record<string, unknown>;
  "recipients": Array<EmailRecipient>;
};

export type ListedMessage = {
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  "status": "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  /** The first of them. */
  "recipient": string | null;
  "recipients": Array<MessageRecipient>;
  /** Null once the content is erased. */
  "subject": string | null;
  "from": string;
  "created_at": string;
  "scheduled_time": string | null;
  /** When SES took the first recipient's mail. */
  "sent_at": string | null;
  /** The latest delivery. */
  "delivered_at": string | null;
  "tags": Array<Tag>;
  "metadata": Record<string, unknown>;
};

export type Message = {
  /** `msg_…`, the same on both surfaces. */
  "message_id": string;
  "status": "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  /** The first of them. */
  "recipient": string | null;
  "recipients": Array<MessageRecipient>;
  /** Null once the content is erased. */
  "subject": string | null;
  "from": string;
  "created_at": string;
  "scheduled_time": string | null;
  /** When SES took the first recipient's mail. */
  "sent_at": string | null;
  /** The latest delivery. */
  "delivered_at": string | null;
  "tags": Array<Tag>;
  "metadata": Record<string, unknown>;
  /** The timeline, oldest first. */
  "events": Array<MessageEvent>;
};

export type MessageEvent = {
  "type": "queued" | "scheduled" | "rescheduled" | "held" | "released" | "attempt" | "accepted" | "deferred" | "delivered" | "bounced" | "complained" | "not_spam" | "failed" | "suppressed" | "cancelled" | "opened" | "clicked" | "unsubscribed" | "paced" | "paused" | "unknown" | "dead_lettered";
  "at": string;
  "recipient"?: string;
  /** Which try this belongs to, from 1. */
  "attempt"?: number;
  "reason"?: string;
  /** The words of SES or of the receiving server. */
  "detail"?: string;
  "bounce"?: {
    "type": string;
    "subType": string;
    "message": string;
  };
  "complaint"?: {
    "type": string | null;
  };
  "click"?: {
    "link": string;
    "userAgent"?: string;
    "ipAddress"?: string;
  };
  "open"?: {
    "userAgent"?: string;
    "ipAddress"?: string;
  };
  "pace"?: {
    "limit": "account" | "domain";
    "domain"?: string;
    "perSecond": number;
  };
  "ses_message_id"?: string;
  "retry_at"?: string;
  "scheduled_at"?: string;
  [name: string]: unknown;
};

export type MessageList = {
  "object": "list";
  "data": Array<ListedMessage>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor": string | null;
};

export type MessageRecipient = {
  "address": string;
  "kind": "to" | "cc" | "bcc";
  "status": "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "reason": string | null;
  "ses_message_id": string | null;
};

export type NewAttachment = {
  "filename"?: string;
  "path"?: string;
  "content"?: string | {
    "type": "Buffer";
    "data": Array<number>;
  };
  "content_type"?: string;
  "content_id"?: string;
};

export type NewEmail = {
  "subject"?: string;
  /** The mail as plain text; this or `html` is required. */
  "text"?: string;
  /** The mail as HTML; this or `text` is required. */
  "html"?: string;
  /** Headers of your own; not those that Sendex or SES write. */
  "headers"?: Record<string, string>;
  "attachments"?: Array<NewAttachment>;
  /** Letters, digits, `_` and `-`. */
  "tags"?: Array<NewTag>;
  /** Up to 16 KB; comes back in webhooks. */
  "metadata"?: Record<string, unknown>;
  /** `standard` unless given. */
  "priority"?: "critical" | "standard" | "bulk";
  "template"?: {
    "id": string;
    "variables"?: Record<string, unknown>;
  } | string;
  "template_data"?: Record<string, unknown>;
  /** `a@b.example` or `Name <a@b.example>`; its domain must be verified. */
  "from"?: string;
  /** At most 50 distinct addresses over to, cc and bcc. */
  "to": Array<string> | string;
  "cc"?: Array<string> | string;
  "bcc"?: Array<string> | string;
  "reply_to"?: Array<string> | string;
  /** ISO 8601 with a zone, up to 28 days ahead. */
  "scheduled_at"?: string;
};

export type NewMessage = {
  "subject"?: string;
  /** The mail as plain text; this or `html` is required. */
  "text"?: string;
  /** The mail as HTML; this or `text` is required. */
  "html"?: string;
  /** Headers of your own; not those that Sendex or SES write. */
  "headers"?: Record<string, string>;
  "attachments"?: Array<NewAttachment>;
  /** Letters, digits, `_` and `-`. */
  "tags"?: Array<NewTag>;
  /** Up to 16 KB; comes back in webhooks. */
  "metadata"?: Record<string, unknown>;
  /** `standard` unless given. */
  "priority"?: "critical" | "standard" | "bulk";
  "template"?: {
    "id": string;
    "variables"?: Record<string, unknown>;
  } | string;
  "template_data"?: Record<string, unknown>;
  /** Where the account has no sender of its own this is required. */
  "from"?: Person | string;
  /** At most 50 distinct addresses. */
  "recipient": Array<Person | string> | Person | string;
  /** ISO 8601 with a zone, up to 28 days ahead. */
  "scheduled_time"?: string;
};

export type NewTag = {
  "name": string;
  "value": string;
};

export type NewWebhook = {
  /** An https URL. */
  "endpoint": string;
  /** All of them, unless given. */
  "events"?: Array<WebhookEvent>;
};

export type Person = {
  "email": string;
  "name"?: string;
};

export type Tag = {
  "name": string;
  "value": string;
};

export type Webhook = {
  "object": "webhook";
  /** `whk_…` */
  "id": string;
  "endpoint": string;
  /** Events it is told of; later versions add names. */
  "events": Array<string>;
  "status": "enabled" | "disabled";
  "created_at": string;
};

export type WebhookEvent = "email.queued" | "email.scheduled" | "email.sent" | "email.deferred" | "email.delivered" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "email.cancelled" | "email.opened" | "email.clicked" | "email.unsubscribed" | "domain.verified" | "account.suspended" | "account.reinstated" | "account.tier_changed";

export type WebhookList = {
  "object": "list";
  "data": Array<Webhook>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type EmailsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
  "status"?: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  /** Any of the recipients. */
  "recipient"?: string;
  "sender"?: string;
  /** `name:value` */
  "tag"?: string;
  /** `name:value` */
  "metadata"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_after"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_before"?: string;
  /** Part of the subject. */
  "q"?: string;
};

export type EmailsUpdateBody = {
  /** ISO 8601 with a zone, up to 28 days ahead. */
  "scheduled_at": string;
};

export type MessagesListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
  "status"?: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  /** Any of the recipients. */
  "recipient"?: string;
  "sender"?: string;
  /** `name:value` */
  "tag"?: string;
  /** `name:value` */
  "metadata"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_after"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_before"?: string;
  /** Part of the subject. */
  "q"?: string;
};

export type EmailsAttachmentsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type EmailsAttachmentsListAnswer = {
  "object": "list";
  "data": Array<{
    "id": string;
    "filename": string;
    /** Bytes. */
    "size": number;
    "content_type": string;
    "content_disposition": "attachment" | "inline";
    "content_id": string | null;
    /** Good until expires_at, without a key. */
    "download_url": string;
    "expires_at": string;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type EmailsAttachmentsGetAnswer = {
  "object": "attachment";
  "id": string;
  "filename": string;
  /** Bytes. */
  "size": number;
  "content_type": string;
  "content_disposition": "attachment" | "inline";
  "content_id": string | null;
  /** Good until expires_at, without a key. */
  "download_url": string;
  "expires_at": string;
};

export type MessagesAttachmentsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type MessagesAttachmentsListAnswer = {
  "object": "list";
  "data": Array<{
    "id": string;
    "filename": string;
    /** Bytes. */
    "size": number;
    "content_type": string;
    "content_disposition": "attachment" | "inline";
    "content_id": string | null;
    /** Good until expires_at, without a key. */
    "download_url": string;
    "expires_at": string;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor": string | null;
};

export type MessagesAttachmentsGetAnswer = {
  "object": "attachment";
  "id": string;
  "filename": string;
  /** Bytes. */
  "size": number;
  "content_type": string;
  "content_disposition": "attachment" | "inline";
  "content_id": string | null;
  /** Good until expires_at, without a key. */
  "download_url": string;
  "expires_at": string;
};

export type EmailsExplainAnswer = {
  "object": "explanation";
  "id": string;
  "status": "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "summary": string;
  "steps": Array<{
    "at": string;
    /** For programs: stable. */
    "code": string;
    /** For people: may change. */
    "text": string;
    /** Absent: it is about the whole message. */
    "recipient"?: string;
  }>;
  "next": Array<{
    "at"?: string;
    /** For programs: stable. */
    "code": string;
    /** For people: may change. */
    "text": string;
    /** Absent: it is about the whole message. */
    "recipient"?: string;
  }>;
};

export type MessagesExplainAnswer = {
  "object": "explanation";
  "id": string;
  "status": "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
  "summary": string;
  "steps": Array<{
    "at": string;
    /** For programs: stable. */
    "code": string;
    /** For people: may change. */
    "text": string;
    /** Absent: it is about the whole message. */
    "recipient"?: string;
  }>;
  "next": Array<{
    "at"?: string;
    /** For programs: stable. */
    "code": string;
    /** For people: may change. */
    "text": string;
    /** Absent: it is about the whole message. */
    "recipient"?: string;
  }>;
};

export type TemplatesCreateBody = {
  "name": string;
  "alias"?: string | null;
  "subject"?: string | null;
  "html"?: string | null;
  "text"?: string | null;
  "mjml"?: string | null;
  "from"?: string | null;
  "reply_to"?: Array<string> | string | null;
  "variables"?: Array<{
    "key"?: string;
    "name"?: string;
    "type"?: "string" | "number" | "boolean" | "object" | "list";
    "fallback_value"?: unknown;
    "default"?: unknown;
  }> | null;
};

export type TemplatesCreateAnswer = {
  "object": "template";
  "id": string;
};

export type TemplatesListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type TemplatesListAnswer = {
  "object": "list";
  "data": Array<{
    "id": string;
    "name": string;
    "alias": string | null;
    "status": "draft" | "published";
    "created_at": string;
    "updated_at": string;
    "published_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor"?: string | null;
};

export type TemplatesGetAnswer = {
  "object": "template";
  "id": string;
  "name": string;
  "alias": string | null;
  "status": "draft" | "published";
  "created_at": string;
  "updated_at": string;
  "published_at": string | null;
  "current_version_id": string;
  "version": number;
  "published_version": number | null;
  "has_unpublished_versions": boolean;
  "from": string | null;
  "reply_to": Array<string> | null;
  "subject": string | null;
  "html": string | null;
  "text": string | null;
  "mjml": string | null;
  "variables": Array<{
    "key": string;
    "type": "string" | "number" | "boolean" | "object" | "list";
    "fallback_value": unknown;
  }>;
};

export type TemplatesUpdateBody = {
  "name"?: string;
  "alias"?: string | null;
  "subject"?: string | null;
  "html"?: string | null;
  "text"?: string | null;
  "mjml"?: string | null;
  "from"?: string | null;
  "reply_to"?: Array<string> | string | null;
  "variables"?: Array<{
    "key"?: string;
    "name"?: string;
    "type"?: "string" | "number" | "boolean" | "object" | "list";
    "fallback_value"?: unknown;
    "default"?: unknown;
  }> | null;
};

export type TemplatesUpdateAnswer = {
  "object": "template";
  "id": string;
};

export type TemplatesRemoveAnswer = {
  "object": "template";
  "id": string;
  "deleted": true;
};

export type TemplatesPublishAnswer = {
  "object": "template";
  "id": string;
};

export type TemplatesDuplicateAnswer = {
  "object": "template";
  "id": string;
};

export type TemplatesPreviewBody = {
  "variables"?: Record<string, unknown>;
  "template_data"?: Record<string, unknown>;
  "version"?: number;
};

export type TemplatesPreviewAnswer = {
  "object": "template_preview";
  "id": string;
  "version": number;
  "from": string | null;
  "reply_to": Array<string>;
  "subject": string | null;
  "html": string | null;
  "text": string | null;
};

export type TemplatesVersionsQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type TemplatesVersionsAnswer = {
  "object": "list";
  "data": Array<{
    "object": "template_version";
    "id": string;
    "version": number;
    "status": "draft" | "published";
    "current": boolean;
    "subject": string | null;
    "created_at": string;
    "published_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor"?: string | null;
};

export type V1TemplatesCreateBody = {
  "name": string;
  "alias"?: string | null;
  "subject"?: string | null;
  "html"?: string | null;
  "text"?: string | null;
  "mjml"?: string | null;
  "from"?: string | null;
  "reply_to"?: Array<string> | string | null;
  "variables"?: Array<{
    "key"?: string;
    "name"?: string;
    "type"?: "string" | "number" | "boolean" | "object" | "list";
    "fallback_value"?: unknown;
    "default"?: unknown;
  }> | null;
};

export type V1TemplatesCreateAnswer = {
  "object": "template";
  "id": string;
};

export type V1TemplatesListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type V1TemplatesListAnswer = {
  "object": "list";
  "data": Array<{
    "id": string;
    "name": string;
    "alias": string | null;
    "status": "draft" | "published";
    "created_at": string;
    "updated_at": string;
    "published_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor"?: string | null;
};

export type V1TemplatesGetAnswer = {
  "object": "template";
  "id": string;
  "name": string;
  "alias": string | null;
  "status": "draft" | "published";
  "created_at": string;
  "updated_at": string;
  "published_at": string | null;
  "current_version_id": string;
  "version": number;
  "published_version": number | null;
  "has_unpublished_versions": boolean;
  "from": string | null;
  "reply_to": Array<string> | null;
  "subject": string | null;
  "html": string | null;
  "text": string | null;
  "mjml": string | null;
  "variables": Array<{
    "key": string;
    "type": "string" | "number" | "boolean" | "object" | "list";
    "fallback_value": unknown;
  }>;
};

export type V1TemplatesUpdateBody = {
  "name"?: string;
  "alias"?: string | null;
  "subject"?: string | null;
  "html"?: string | null;
  "text"?: string | null;
  "mjml"?: string | null;
  "from"?: string | null;
  "reply_to"?: Array<string> | string | null;
  "variables"?: Array<{
    "key"?: string;
    "name"?: string;
    "type"?: "string" | "number" | "boolean" | "object" | "list";
    "fallback_value"?: unknown;
    "default"?: unknown;
  }> | null;
};

export type V1TemplatesUpdateAnswer = {
  "object": "template";
  "id": string;
};

export type V1TemplatesRemoveAnswer = {
  "object": "template";
  "id": string;
  "deleted": true;
};

export type V1TemplatesPublishAnswer = {
  "object": "template";
  "id": string;
};

export type V1TemplatesDuplicateAnswer = {
  "object": "template";
  "id": string;
};

export type V1TemplatesPreviewBody = {
  "variables"?: Record<string, unknown>;
  "template_data"?: Record<string, unknown>;
  "version"?: number;
};

export type V1TemplatesPreviewAnswer = {
  "object": "template_preview";
  "id": string;
  "version": number;
  "from": string | null;
  "reply_to": Array<string>;
  "subject": string | null;
  "html": string | null;
  "text": string | null;
};

export type V1TemplatesVersionsQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type V1TemplatesVersionsAnswer = {
  "object": "list";
  "data": Array<{
    "object": "template_version";
    "id": string;
    "version": number;
    "status": "draft" | "published";
    "current": boolean;
    "subject": string | null;
    "created_at": string;
    "published_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor"?: string | null;
};

export type SuppressionsAddBody = {
  "email": string;
  /** bounce, manual, unsubscribed, complaint, or a word of your own */
  "reason"?: string;
  "expires_at"?: string;
};

export type SuppressionsAddAnswer = {
  "object": "suppression";
  "id": string;
  "email": string;
  "reason": "bounce" | "manual" | "unsubscribed" | "complaint";
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type SuppressionsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
  "q"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_after"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_before"?: string;
  "reason"?: string;
  "origin"?: "bounce" | "complaint" | "manual";
  "email"?: string;
};

export type SuppressionsListAnswer = {
  "object": "list";
  "data": Array<{
    "object": "suppression";
    "id": string;
    "email": string;
    "reason": "bounce" | "manual" | "unsubscribed" | "complaint";
    "origin": "bounce" | "complaint" | "manual";
    "source": "report" | "ses_list" | "api";
    "message_id": string | null;
    "created_at": string;
    "expires_at": string | null;
    "critical_after": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type SuppressionsBatchAddBody = {
  "emails": Array<string>;
  /** bounce, manual, unsubscribed, complaint, or a word of your own */
  "reason"?: string;
  "expires_at"?: string;
};

export type SuppressionsBatchAddAnswer = {
  "data": Array<{
    "object": "suppression";
    "id": string;
    "email": string;
    "reason": "bounce" | "manual" | "unsubscribed" | "complaint";
    "origin": "bounce" | "complaint" | "manual";
    "source": "report" | "ses_list" | "api";
    "message_id": string | null;
    "created_at": string;
    "expires_at": string | null;
    "critical_after": string | null;
  }>;
};

export type SuppressionsBatchRemoveBody = {
  "emails"?: Array<string>;
  "ids"?: Array<string>;
  /** Needed to remove a complaint */
  "confirm"?: "complaint";
};

export type SuppressionsBatchRemoveAnswer = {
  "data": Array<{
    "object": "suppression";
    "id": string;
    "email": string;
    "deleted": true;
  }>;
};

export type SuppressionsGetAnswer = {
  "object": "suppression";
  "id": string;
  "email": string;
  "reason": "bounce" | "manual" | "unsubscribed" | "complaint";
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type SuppressionsRemoveQuery = {
  /** Needed to remove a complaint */
  "confirm"?: "complaint";
};

export type SuppressionsRemoveAnswer = {
  "object": "suppression";
  "id": string;
  "email": string;
  "deleted": true;
};

export type V1SuppressionsAddBody = {
  "recipient": string;
  /** bounce, manual, unsubscribed, complaint, or a word of your own */
  "reason"?: string;
  "expires_at"?: string;
};

export type V1SuppressionsAddAnswer = {
  "object": "suppression";
  "id": string;
  "recipient": string;
  "reason": string;
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type V1SuppressionsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
  "q"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_after"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_before"?: string;
  "reason"?: string;
  "origin"?: "bounce" | "complaint" | "manual";
  "recipient"?: string;
};

export type V1SuppressionsListAnswer = {
  "object": "list";
  "data": Array<{
    "object": "suppression";
    "id": string;
    "recipient": string;
    "reason": string;
    "origin": "bounce" | "complaint" | "manual";
    "source": "report" | "ses_list" | "api";
    "message_id": string | null;
    "created_at": string;
    "expires_at": string | null;
    "critical_after": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor": string | null;
};

export type V1SuppressionsBatchAddBody = {
  "recipients": Array<string>;
  /** bounce, manual, unsubscribed, complaint, or a word of your own */
  "reason"?: string;
  "expires_at"?: string;
};

export type V1SuppressionsBatchAddAnswer = {
  "data": Array<{
    "object": "suppression";
    "id": string;
    "recipient": string;
    "reason": string;
    "origin": "bounce" | "complaint" | "manual";
    "source": "report" | "ses_list" | "api";
    "message_id": string | null;
    "created_at": string;
    "expires_at": string | null;
    "critical_after": string | null;
  }>;
};

export type V1SuppressionsBatchRemoveBody = {
  "recipients"?: Array<string>;
  "ids"?: Array<string>;
  /** Needed to remove a complaint */
  "confirm"?: "complaint";
};

export type V1SuppressionsBatchRemoveAnswer = {
  "data": Array<{
    "object": "suppression";
    "id": string;
    "recipient": string;
    "deleted": true;
  }>;
};

export type V1SuppressionsGetAnswer = {
  "object": "suppression";
  "id": string;
  "recipient": string;
  "reason": string;
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type V1SuppressionsRemoveQuery = {
  /** Needed to remove a complaint */
  "confirm"?: "complaint";
};

export type V1SuppressionsRemoveAnswer = {
  "object": "suppression";
  "id": string;
  "recipient": string;
  "deleted": true;
};

export type V1UnsubscribesAddBody = {
  "recipient": string;
  /** bounce, manual, unsubscribed, complaint, or a word of your own */
  "reason"?: string;
  "message_id"?: string;
};

export type V1UnsubscribesAddAnswer = {
  "object": "unsubscribe";
  "id": string;
  "recipient": string;
  "reason": string;
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type V1UnsubscribesListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
  "q"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_after"?: string;
  /** ISO 8601 with a zone, or a day in UTC. */
  "created_before"?: string;
  "recipient"?: string;
};

export type V1UnsubscribesListAnswer = {
  "object": "list";
  "data": Array<{
    "object": "unsubscribe";
    "id": string;
    "recipient": string;
    "reason": string;
    "origin": "bounce" | "complaint" | "manual";
    "source": "report" | "ses_list" | "api";
    "message_id": string | null;
    "created_at": string;
    "expires_at": string | null;
    "critical_after": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
  /** Goes into `after`; null at the end. */
  "next_cursor": string | null;
};

export type V1UnsubscribesGetAnswer = {
  "object": "unsubscribe";
  "id": string;
  "recipient": string;
  "reason": string;
  "origin": "bounce" | "complaint" | "manual";
  "source": "report" | "ses_list" | "api";
  "message_id": string | null;
  "created_at": string;
  "expires_at": string | null;
  "critical_after": string | null;
};

export type V1UnsubscribesRemoveAnswer = {
  "object": "unsubscribe";
  "id": string;
  "recipient": string;
  "deleted": true;
};

export type DomainsCreateBody = {
  "name": string;
  "custom_return_path"?: string;
  /** Taken, and without effect yet. */
  "region"?: unknown;
  /** Taken, and without effect yet. */
  "open_tracking"?: unknown;
  /** Taken, and without effect yet. */
  "click_tracking"?: unknown;
  /** Taken, and without effect yet. */
  "tracking_subdomain"?: unknown;
  /** Taken, and without effect yet. */
  "tls"?: unknown;
  /** Taken, and without effect yet. */
  "capabilities"?: unknown;
};

export type DomainsCreateAnswer = {
  "object": "domain";
  "id": string;
  "name": string;
  "status": "pending" | "verified" | "failed";
  "created_at": string;
  "verified_at": string | null;
  "checked_at": string | null;
  "region": string;
  "records": Array<{
    "record": "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
    "name": string;
    "type": "TXT" | "CNAME" | "MX";
    "value": string;
    "ttl": "Auto";
    "status": "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
    "priority"?: number;
  }>;
};

export type DomainsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type DomainsListAnswer = {
  "object": "list";
  "data": Array<{
    "object": "domain";
    "id": string;
    "name": string;
    "status": "pending" | "verified" | "failed";
    "created_at": string;
    "verified_at": string | null;
    "checked_at": string | null;
    "region": string;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type DomainsGetAnswer = {
  "object": "domain";
  "id": string;
  "name": string;
  "status": "pending" | "verified" | "failed";
  "created_at": string;
  "verified_at": string | null;
  "checked_at": string | null;
  "region": string;
  "records": Array<{
    "record": "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
    "name": string;
    "type": "TXT" | "CNAME" | "MX";
    "value": string;
    "ttl": "Auto";
    "status": "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
    "priority"?: number;
  }>;
};

export type DomainsUpdateBody = {
  /** Taken, and without effect yet. */
  "open_tracking"?: unknown;
  /** Taken, and without effect yet. */
  "click_tracking"?: unknown;
  /** Taken, and without effect yet. */
  "tracking_subdomain"?: unknown;
  /** Taken, and without effect yet. */
  "tls"?: unknown;
  /** Taken, and without effect yet. */
  "capabilities"?: unknown;
};

export type DomainsUpdateAnswer = {
  "object": "domain";
  "id": string;
  "deleted"?: true;
};

export type DomainsRemoveAnswer = {
  "object": "domain";
  "id": string;
  "deleted"?: true;
};

export type DomainsVerifyAnswer = {
  "object": "domain";
  "id": string;
  "name": string;
  "status": "pending" | "verified" | "failed";
  "created_at": string;
  "verified_at": string | null;
  "checked_at": string | null;
  "region": string;
  "records": Array<{
    "record": "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
    "name": string;
    "type": "TXT" | "CNAME" | "MX";
    "value": string;
    "ttl": "Auto";
    "status": "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
    "priority"?: number;
  }>;
};

export type ApiKeysCreateBody = {
  "name": string;
  "permission"?: "full" | "send_only" | "full_access" | "sending_access";
  "mode"?: "live" | "test";
  "domain_id"?: string;
  "domains"?: Array<string>;
  "rate_limit"?: number;
};

export type ApiKeysCreateAnswer = {
  "object": "api_key";
  "id": string;
  "name": string;
  "permission": "send_only" | "full";
  "mode": "live" | "test";
  "domains": Array<string>;
  "rate_limit": number | null;
  "hint": string;
  "created_at": string;
  "last_used_at": string | null;
  "token": string;
};

export type ApiKeysListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type ApiKeysListAnswer = {
  "object": "list";
  "data": Array<{
    "object": "api_key";
    "id": string;
    "name": string;
    "permission": "send_only" | "full";
    "mode": "live" | "test";
    "domains": Array<string>;
    "rate_limit": number | null;
    "hint": string;
    "created_at": string;
    "last_used_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type ApiKeysGetAnswer = {
  "object": "api_key";
  "id": string;
  "name": string;
  "permission": "send_only" | "full";
  "mode": "live" | "test";
  "domains": Array<string>;
  "rate_limit": number | null;
  "hint": string;
  "created_at": string;
  "last_used_at": string | null;
};

export type ApiKeysUpdateBody = {
  "name"?: string;
  "rate_limit"?: number | null;
};

export type ApiKeysUpdateAnswer = {
  "object": "api_key";
  "id": string;
  "name": string;
  "permission": "send_only" | "full";
  "mode": "live" | "test";
  "domains": Array<string>;
  "rate_limit": number | null;
  "hint": string;
  "created_at": string;
  "last_used_at": string | null;
};

export type ApiKeysRemoveAnswer = {
  "object": "api_key";
  "id": string;
  "deleted": true;
};

export type AccountUpdateBody = {
  "name"?: string;
  /** false: content is erased as soon as a message is settled. */
  "keep_content"?: boolean;
  /** What becomes of mail of which nobody knows whether SES took it: sent again, or given up. */
  "unknown_policy"?: "resend" | "fail";
};

export type AccountAppealBody = {
  /** What you send, to whom, and why the suspension is wrong. */
  "message": string;
};

export type AccountResumeAnswer = {
  "object": "pause";
  "id": string;
  "resumed": true;
};

export type WebhooksListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type WebhooksUpdateBody = {
  "endpoint"?: string;
  "events"?: Array<"email.queued" | "email.scheduled" | "email.sent" | "email.deferred" | "email.delivered" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "email.cancelled" | "email.opened" | "email.clicked" | "email.unsubscribed" | "domain.verified" | "account.suspended" | "account.reinstated" | "account.tier_changed">;
  "status"?: "enabled" | "disabled";
};

export type WebhooksRotateSigningSecretBody = {
  "expire_now"?: boolean;
};

export type WebhooksRotateSigningSecretAnswer = {
  "object": "webhook";
  "id": string;
  "signing_secret": string;
};

export type WebhooksEventsListQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type WebhooksEventsListAnswer = {
  "object": "list";
  "data": Array<{
    /** Also the webhook-id of its requests. */
    "id": string;
    "type": string;
    "created_at": string;
    "status": "pending" | "attempting" | "success" | "failed";
    "next_attempt_at": string | null;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export type WebhooksEventsGetAnswer = {
  "object": "webhook_event";
  /** Also the webhook-id of its requests. */
  "id": string;
  "type": string;
  "created_at": string;
  "status": "pending" | "attempting" | "success" | "failed";
  "next_attempt_at": string | null;
  /** The body of its requests. */
  "payload": Record<string, unknown> | null;
};

export type WebhooksEventsReplayAnswer = {
  "object": "webhook_event";
  "id": string;
};

export type WebhooksEventsAttemptsQuery = {
  "limit"?: number;
  /** An id: the page of what is older than it. */
  "after"?: string;
  /** An id: the page of what is newer than it. Not together with `after`. */
  "before"?: string;
};

export type WebhooksEventsAttemptsAnswer = {
  "object": "list";
  "data": Array<{
    "id": string;
    /** Null: no answer came. */
    "http_status_code": number | null;
    /** The first 4 KB of the answer. */
    "response": string | null;
    "error": string | null;
    "duration_ms": number;
    "sent_at": string;
  }>;
  /** Whether there is more in the direction of the page. */
  "has_more": boolean;
};

export function operations(call: Call) {
  return {
    "emails": {
      /** Send an email. `POST /api/v1/emails` */
      "send": (body: NewEmail, options: Options = {}) => call<AcceptedEmail>("POST", `/api/v1/emails`, { body, keyed: true }, options),
      /** List emails, newest first. `GET /api/v1/emails` */
      "list": (query: EmailsListQuery = {}, options: Options = {}) => call<EmailList>("GET", `/api/v1/emails`, { query }, options),
      /** Send up to 100 emails. `POST /api/v1/emails/batch` */
      "sendBatch": (body: Array<NewEmail>, options: Options = {}) => call<AcceptedBatch>("POST", `/api/v1/emails/batch`, { body, keyed: true }, options),
      /** Read an email with its timeline. `GET /api/v1/emails/{id}` */
      "get": (id: string, options: Options = {}) => call<Email>("GET", `/api/v1/emails/${encodeURIComponent(id)}`, {}, options),
      /** Move a scheduled email to another time. `PATCH /api/v1/emails/{id}` */
      "update": (id: string, body: EmailsUpdateBody, options: Options = {}) => call<ChangedEmail>("PATCH", `/api/v1/emails/${encodeURIComponent(id)}`, { body }, options),
      /** Cancel an email that no worker has taken up. `POST /api/v1/emails/{id}/cancel` */
      "cancel": (id: string, options: Options = {}) => call<ChangedEmail>("POST", `/api/v1/emails/${encodeURIComponent(id)}/cancel`, {}, options),
      "attachments": {
        /** List a message's files. `GET /api/v1/emails/{id}/attachments` */
        "list": (id: string, query: EmailsAttachmentsListQuery = {}, options: Options = {}) => call<EmailsAttachmentsListAnswer>("GET", `/api/v1/emails/${encodeURIComponent(id)}/attachments`, { query }, options),
        /** Get a message's file and a link to it. `GET /api/v1/emails/{id}/attachments/{part}` */
        "get": (id: string, part: string, options: Options = {}) => call<EmailsAttachmentsGetAnswer>("GET", `/api/v1/emails/${encodeURIComponent(id)}/attachments/${encodeURIComponent(part)}`, {}, options),
      },
      /** Every decision on a message in sentences, and what happens next. `GET /api/v1/emails/{id}/explain` */
      "explain": (id: string, options: Options = {}) => call<EmailsExplainAnswer>("GET", `/api/v1/emails/${encodeURIComponent(id)}/explain`, {}, options),
    },
    "messages": {
      /** Send a message. `POST /v1/messages` */
      "send": (body: NewMessage, options: Options = {}) => call<AcceptedMessage>("POST", `/v1/messages`, { body, keyed: true }, options),
      /** List messages, newest first. `GET /v1/messages` */
      "list": (query: MessagesListQuery = {}, options: Options = {}) => call<MessageList>("GET", `/v1/messages`, { query }, options),
      /** Read a message with its timeline. `GET /v1/messages/{id}` */
      "get": (id: string, options: Options = {}) => call<Message>("GET", `/v1/messages/${encodeURIComponent(id)}`, {}, options),
      /** Cancel a message that no worker has taken up. `DELETE /v1/messages/{id}` */
      "cancel": (id: string, options: Options = {}) => call<CancelledMessage>("DELETE", `/v1/messages/${encodeURIComponent(id)}`, {}, options),
      "attachments": {
        /** List a message's files. `GET /v1/messages/{id}/attachments` */
        "list": (id: string, query: MessagesAttachmentsListQuery = {}, options: Options = {}) => call<MessagesAttachmentsListAnswer>("GET", `/v1/messages/${encodeURIComponent(id)}/attachments`, { query }, options),
        /** Get a message's file and a link to it. `GET /v1/messages/{id}/attachments/{part}` */
        "get": (id: string, part: string, options: Options = {}) => call<MessagesAttachmentsGetAnswer>("GET", `/v1/messages/${encodeURIComponent(id)}/attachments/${encodeURIComponent(part)}`, {}, options),
      },
      /** Every decision on a message in sentences, and what happens next. `GET /v1/messages/{id}/explain` */
      "explain": (id: string, options: Options = {}) => call<MessagesExplainAnswer>("GET", `/v1/messages/${encodeURIComponent(id)}/explain`, {}, options),
    },
    "templates": {
      /** Make a template; its first version is a draft. `POST /api/v1/templates` */
      "create": (body: TemplatesCreateBody, options: Options = {}) => call<TemplatesCreateAnswer>("POST", `/api/v1/templates`, { body }, options),
      /** List the templates. `GET /api/v1/templates` */
      "list": (query: TemplatesListQuery = {}, options: Options = {}) => call<TemplatesListAnswer>("GET", `/api/v1/templates`, { query }, options),
      /** Read a template with its newest version. `GET /api/v1/templates/{id}` */
      "get": (id: string, options: Options = {}) => call<TemplatesGetAnswer>("GET", `/api/v1/templates/${encodeURIComponent(id)}`, {}, options),
      /** Change a template's draft, or begin one. `PATCH /api/v1/templates/{id}` */
      "update": (id: string, body: TemplatesUpdateBody, options: Options = {}) => call<TemplatesUpdateAnswer>("PATCH", `/api/v1/templates/${encodeURIComponent(id)}`, { body }, options),
      /** Delete a template with its versions. `DELETE /api/v1/templates/{id}` */
      "remove": (id: string, options: Options = {}) => call<TemplatesRemoveAnswer>("DELETE", `/api/v1/templates/${encodeURIComponent(id)}`, {}, options),
      /** Make the draft what is sent. `POST /api/v1/templates/{id}/publish` */
      "publish": (id: string, options: Options = {}) => call<TemplatesPublishAnswer>("POST", `/api/v1/templates/${encodeURIComponent(id)}/publish`, {}, options),
      /** Copy a template. `POST /api/v1/templates/{id}/duplicate` */
      "duplicate": (id: string, options: Options = {}) => call<TemplatesDuplicateAnswer>("POST", `/api/v1/templates/${encodeURIComponent(id)}/duplicate`, {}, options),
      /** Render a template with given values. `POST /api/v1/templates/{id}/preview` */
      "preview": (id: string, body: TemplatesPreviewBody, options: Options = {}) => call<TemplatesPreviewAnswer>("POST", `/api/v1/templates/${encodeURIComponent(id)}/preview`, { body }, options),
      /** List a template's versions. `GET /api/v1/templates/{id}/versions` */
      "versions": (id: string, query: TemplatesVersionsQuery = {}, options: Options = {}) => call<TemplatesVersionsAnswer>("GET", `/api/v1/templates/${encodeURIComponent(id)}/versions`, { query }, options),
    },
    "v1": {
      "templates": {
        /** Make a template; its first version is a draft. `POST /v1/templates` */
        "create": (body: V1TemplatesCreateBody, options: Options = {}) => call<V1TemplatesCreateAnswer>("POST", `/v1/templates`, { body }, options),
        /** List the templates. `GET /v1/templates` */
        "list": (query: V1TemplatesListQuery = {}, options: Options = {}) => call<V1TemplatesListAnswer>("GET", `/v1/templates`, { query }, options),
        /** Read a template with its newest version. `GET /v1/templates/{id}` */
        "get": (id: string, options: Options = {}) => call<V1TemplatesGetAnswer>("GET", `/v1/templates/${encodeURIComponent(id)}`, {}, options),
        /** Change a template's draft, or begin one. `PATCH /v1/templates/{id}` */
        "update": (id: string, body: V1TemplatesUpdateBody, options: Options = {}) => call<V1TemplatesUpdateAnswer>("PATCH", `/v1/templates/${encodeURIComponent(id)}`, { body }, options),
        /** Delete a template with its versions. `DELETE /v1/templates/{id}` */
        "remove": (id: string, options: Options = {}) => call<V1TemplatesRemoveAnswer>("DELETE", `/v1/templates/${encodeURIComponent(id)}`, {}, options),
        /** Make the draft what is sent. `POST /v1/templates/{id}/publish` */
        "publish": (id: string, options: Options = {}) => call<V1TemplatesPublishAnswer>("POST", `/v1/templates/${encodeURIComponent(id)}/publish`, {}, options),
        /** Copy a template. `POST /v1/templates/{id}/duplicate` */
        "duplicate": (id: string, options: Options = {}) => call<V1TemplatesDuplicateAnswer>("POST", `/v1/templates/${encodeURIComponent(id)}/duplicate`, {}, options),
        /** Render a template with given values. `POST /v1/templates/{id}/preview` */
        "preview": (id: string, body: V1TemplatesPreviewBody, options: Options = {}) => call<V1TemplatesPreviewAnswer>("POST", `/v1/templates/${encodeURIComponent(id)}/preview`, { body }, options),
        /** List a template's versions. `GET /v1/templates/{id}/versions` */
        "versions": (id: string, query: V1TemplatesVersionsQuery = {}, options: Options = {}) => call<V1TemplatesVersionsAnswer>("GET", `/v1/templates/${encodeURIComponent(id)}/versions`, { query }, options),
      },
      "suppressions": {
        /** Put an address on the suppression list. `POST /v1/suppressions` */
        "add": (body: V1SuppressionsAddBody, options: Options = {}) => call<V1SuppressionsAddAnswer>("POST", `/v1/suppressions`, { body }, options),
        /** List the suppression list, newest first. `GET /v1/suppressions` */
        "list": (query: V1SuppressionsListQuery = {}, options: Options = {}) => call<V1SuppressionsListAnswer>("GET", `/v1/suppressions`, { query }, options),
        "batch": {
          /** Put up to 100 addresses on the suppression list. `POST /v1/suppressions/batch/add` */
          "add": (body: V1SuppressionsBatchAddBody, options: Options = {}) => call<V1SuppressionsBatchAddAnswer>("POST", `/v1/suppressions/batch/add`, { body }, options),
          /** Take up to 100 addresses off the suppression list. `POST /v1/suppressions/batch/remove` */
          "remove": (body: V1SuppressionsBatchRemoveBody, options: Options = {}) => call<V1SuppressionsBatchRemoveAnswer>("POST", `/v1/suppressions/batch/remove`, { body }, options),
        },
        /** Read an entry of the suppression list by its id or address. `GET /v1/suppressions/{id}` */
        "get": (id: string, options: Options = {}) => call<V1SuppressionsGetAnswer>("GET", `/v1/suppressions/${encodeURIComponent(id)}`, {}, options),
        /** Take an address off the suppression list; a complaint needs confirm=complaint. `DELETE /v1/suppressions/{id}` */
        "remove": (id: string, query: V1SuppressionsRemoveQuery = {}, options: Options = {}) => call<V1SuppressionsRemoveAnswer>("DELETE", `/v1/suppressions/${encodeURIComponent(id)}`, { query }, options),
      },
      "unsubscribes": {
        /** Write down that somebody wants no more mail. `POST /v1/unsubscribes` */
        "add": (body: V1UnsubscribesAddBody, options: Options = {}) => call<V1UnsubscribesAddAnswer>("POST", `/v1/unsubscribes`, { body }, options),
        /** List who wants no more mail, newest first. `GET /v1/unsubscribes` */
        "list": (query: V1UnsubscribesListQuery = {}, options: Options = {}) => call<V1UnsubscribesListAnswer>("GET", `/v1/unsubscribes`, { query }, options),
        /** Read an unsubscribe by its id or address. `GET /v1/unsubscribes/{id}` */
        "get": (id: string, options: Options = {}) => call<V1UnsubscribesGetAnswer>("GET", `/v1/unsubscribes/${encodeURIComponent(id)}`, {}, options),
        /** Take an unsubscribe back: the person wants mail again. `DELETE /v1/unsubscribes/{id}` */
        "remove": (id: string, options: Options = {}) => call<V1UnsubscribesRemoveAnswer>("DELETE", `/v1/unsubscribes/${encodeURIComponent(id)}`, {}, options),
      },
    },
    "suppressions": {
      /** Put an address on the suppression list. `POST /api/v1/suppressions` */
      "add": (body: SuppressionsAddBody, options: Options = {}) => call<SuppressionsAddAnswer>("POST", `/api/v1/suppressions`, { body }, options),
      /** List the suppression list, newest first. `GET /api/v1/suppressions` */
      "list": (query: SuppressionsListQuery = {}, options: Options = {}) => call<SuppressionsListAnswer>("GET", `/api/v1/suppressions`, { query }, options),
      "batch": {
        /** Put up to 100 addresses on the suppression list. `POST /api/v1/suppressions/batch/add` */
        "add": (body: SuppressionsBatchAddBody, options: Options = {}) => call<SuppressionsBatchAddAnswer>("POST", `/api/v1/suppressions/batch/add`, { body }, options),
        /** Take up to 100 addresses off the suppression list. `POST /api/v1/suppressions/batch/remove` */
        "remove": (body: SuppressionsBatchRemoveBody, options: Options = {}) => call<SuppressionsBatchRemoveAnswer>("POST", `/api/v1/suppressions/batch/remove`, { body }, options),
      },
      /** Read an entry of the suppression list by its id or address. `GET /api/v1/suppressions/{id}` */
      "get": (id: string, options: Options = {}) => call<SuppressionsGetAnswer>("GET", `/api/v1/suppressions/${encodeURIComponent(id)}`, {}, options),
      /** Take an address off the suppression list; a complaint needs confirm=complaint. `DELETE /api/v1/suppressions/{id}` */
      "remove": (id: string, query: SuppressionsRemoveQuery = {}, options: Options = {}) => call<SuppressionsRemoveAnswer>("DELETE", `/api/v1/suppressions/${encodeURIComponent(id)}`, { query }, options),
    },
    "domains": {
      /** Add a domain and get the DNS records to publish for it. `POST /api/v1/domains` */
      "create": (body: DomainsCreateBody, options: Options = {}) => call<DomainsCreateAnswer>("POST", `/api/v1/domains`, { body }, options),
      /** List domains. `GET /api/v1/domains` */
      "list": (query: DomainsListQuery = {}, options: Options = {}) => call<DomainsListAnswer>("GET", `/api/v1/domains`, { query }, options),
      /** Get a domain with its DNS records and their state. `GET /api/v1/domains/{id}` */
      "get": (id: string, options: Options = {}) => call<DomainsGetAnswer>("GET", `/api/v1/domains/${encodeURIComponent(id)}`, {}, options),
      /** Update a domain. `PATCH /api/v1/domains/{id}` */
      "update": (id: string, body: DomainsUpdateBody, options: Options = {}) => call<DomainsUpdateAnswer>("PATCH", `/api/v1/domains/${encodeURIComponent(id)}`, { body }, options),
      /** Delete a domain. `DELETE /api/v1/domains/{id}` */
      "remove": (id: string, options: Options = {}) => call<DomainsRemoveAnswer>("DELETE", `/api/v1/domains/${encodeURIComponent(id)}`, {}, options),
      /** Look at a domain's DNS records now. `POST /api/v1/domains/{id}/verify` */
      "verify": (id: string, options: Options = {}) => call<DomainsVerifyAnswer>("POST", `/api/v1/domains/${encodeURIComponent(id)}/verify`, {}, options),
    },
    "apiKeys": {
      /** Make an API key; its token is shown only here. `POST /api/v1/api-keys` */
      "create": (body: ApiKeysCreateBody, options: Options = {}) => call<ApiKeysCreateAnswer>("POST", `/api/v1/api-keys`, { body }, options),
      /** List API keys. `GET /api/v1/api-keys` */
      "list": (query: ApiKeysListQuery = {}, options: Options = {}) => call<ApiKeysListAnswer>("GET", `/api/v1/api-keys`, { query }, options),
      /** Get an API key. `GET /api/v1/api-keys/{id}` */
      "get": (id: string, options: Options = {}) => call<ApiKeysGetAnswer>("GET", `/api/v1/api-keys/${encodeURIComponent(id)}`, {}, options),
      /** Rename an API key or set its rate limit. `PATCH /api/v1/api-keys/{id}` */
      "update": (id: string, body: ApiKeysUpdateBody, options: Options = {}) => call<ApiKeysUpdateAnswer>("PATCH", `/api/v1/api-keys/${encodeURIComponent(id)}`, { body }, options),
      /** Revoke an API key at once. `DELETE /api/v1/api-keys/{id}` */
      "remove": (id: string, options: Options = {}) => call<ApiKeysRemoveAnswer>("DELETE", `/api/v1/api-keys/${encodeURIComponent(id)}`, {}, options),
    },
    "account": {
      /** Get the account with its standing. `GET /api/v1/account` */
      "get": (options: Options = {}) => call<Account>("GET", `/api/v1/account`, {}, options),
      /** Change the account's settings. `PATCH /api/v1/account` */
      "update": (body: AccountUpdateBody, options: Options = {}) => call<Account>("PATCH", `/api/v1/account`, { body }, options),
      /** Appeal against the account's suspension. `POST /api/v1/account/appeals` */
      "appeal": (body: AccountAppealBody, options: Options = {}) => call<Appeal>("POST", `/api/v1/account/appeals`, { body }, options),
      /** Let a paused key or template go on. `POST /api/v1/account/pauses/{id}/resume` */
      "resume": (id: string, options: Options = {}) => call<AccountResumeAnswer>("POST", `/api/v1/account/pauses/${encodeURIComponent(id)}/resume`, {}, options),
    },
    "webhooks": {
      /** Register an endpoint. `POST /api/v1/webhooks` */
      "create": (body: NewWebhook, options: Options = {}) => call<CreatedWebhook>("POST", `/api/v1/webhooks`, { body }, options),
      /** List endpoints, newest first. `GET /api/v1/webhooks` */
      "list": (query: WebhooksListQuery = {}, options: Options = {}) => call<WebhookList>("GET", `/api/v1/webhooks`, { query }, options),
      /** Read an endpoint. `GET /api/v1/webhooks/{id}` */
      "get": (id: string, options: Options = {}) => call<Webhook>("GET", `/api/v1/webhooks/${encodeURIComponent(id)}`, {}, options),
      /** Change an endpoint's address, events or status. `PATCH /api/v1/webhooks/{id}` */
      "update": (id: string, body: WebhooksUpdateBody, options: Options = {}) => call<Webhook>("PATCH", `/api/v1/webhooks/${encodeURIComponent(id)}`, { body }, options),
      /** Delete an endpoint; what was on its way to it is dropped. `DELETE /api/v1/webhooks/{id}` */
      "remove": (id: string, options: Options = {}) => call<DeletedWebhook>("DELETE", `/api/v1/webhooks/${encodeURIComponent(id)}`, {}, options),
      /** Replace an endpoint's signing secret. `POST /api/v1/webhooks/{id}/signing-secret/rotate` */
      "rotateSigningSecret": (id: string, body: WebhooksRotateSigningSecretBody, options: Options = {}) => call<WebhooksRotateSigningSecretAnswer>("POST", `/api/v1/webhooks/${encodeURIComponent(id)}/signing-secret/rotate`, { body }, options),
      "events": {
        /** List what an endpoint was told. `GET /api/v1/webhooks/{id}/events` */
        "list": (id: string, query: WebhooksEventsListQuery = {}, options: Options = {}) => call<WebhooksEventsListAnswer>("GET", `/api/v1/webhooks/${encodeURIComponent(id)}/events`, { query }, options),
        /** Get an event with its payload. `GET /api/v1/webhooks/{id}/events/{part}` */
        "get": (id: string, part: string, options: Options = {}) => call<WebhooksEventsGetAnswer>("GET", `/api/v1/webhooks/${encodeURIComponent(id)}/events/${encodeURIComponent(part)}`, {}, options),
        /** Tell an endpoint once more. `POST /api/v1/webhooks/{id}/events/{part}/replay` */
        "replay": (id: string, part: string, options: Options = {}) => call<WebhooksEventsReplayAnswer>("POST", `/api/v1/webhooks/${encodeURIComponent(id)}/events/${encodeURIComponent(part)}/replay`, {}, options),
        /** List the tries to tell an endpoint. `GET /api/v1/webhooks/{id}/events/{part}/attempts` */
        "attempts": (id: string, part: string, query: WebhooksEventsAttemptsQuery = {}, options: Options = {}) => call<WebhooksEventsAttemptsAnswer>("GET", `/api/v1/webhooks/${encodeURIComponent(id)}/events/${encodeURIComponent(part)}/attempts`, { query }, options),
      },
    },
  };
}
