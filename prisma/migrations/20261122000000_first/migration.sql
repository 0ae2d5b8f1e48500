-- The first migration, from prisma/schema.prisma, with three things Prisma does not write:
-- ids compare by byte (COLLATE "C"), so that a time inside an id sorts and bounds a partition; the big tables
-- are partitioned by that time; and their children get a schema of their own, since Prisma would take them
-- for drift. packages/data/src/partitions.ts makes the children, ahead of time.

CREATE SCHEMA IF NOT EXISTS "parts";

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('active', 'suspended');

-- CreateEnum
CREATE TYPE "mode" AS ENUM ('live', 'test');

-- CreateEnum
CREATE TYPE "permission" AS ENUM ('send_only', 'full');

-- CreateEnum
CREATE TYPE "domain_status" AS ENUM ('pending', 'verified', 'failed');

-- CreateEnum
CREATE TYPE "unknown_policy" AS ENUM ('resend', 'fail');

-- CreateEnum
CREATE TYPE "webhook_status" AS ENUM ('enabled', 'disabled');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('pending', 'succeeded', 'failed', 'dropped');

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "tier" TEXT NOT NULL DEFAULT 'new',
    "standing" "standing" NOT NULL DEFAULT 'active',
    "standing_reason" TEXT,
    "unknown_policy" "unknown_policy" NOT NULL DEFAULT 'resend',
    "default_from" TEXT,
    "keep_content" BOOLEAN NOT NULL DEFAULT true,
    "data_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "mode" "mode" NOT NULL,
    "permission" "permission" NOT NULL,
    "domains" TEXT[],
    "rate_limit" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "domains" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "status" "domain_status" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "verified_at" TIMESTAMPTZ(3),

    CONSTRAINT "domains_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "source" TEXT NOT NULL,
    "dialect" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "key_id" TEXT COLLATE "C",
    "broadcast_id" TEXT COLLATE "C",
    "template_id" TEXT COLLATE "C",
    "template_version" INTEGER,
    "from_header" TEXT NOT NULL,
    "from_address" TEXT NOT NULL,
    "from_domain" TEXT NOT NULL,
    "addresses" JSONB NOT NULL,
    "recipient_count" SMALLINT NOT NULL,
    "subject" TEXT,
    "tags" JSONB NOT NULL,
    "metadata" JSONB NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("account_id","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "recipients" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "n" SMALLINT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "rank" SMALLINT NOT NULL,
    "reason" TEXT,
    "priority" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "ladder_step" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "admitted_until" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "unknown" BOOLEAN NOT NULL DEFAULT false,
    "ses_message_id" TEXT COLLATE "C",
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "recipients_pkey" PRIMARY KEY ("account_id","message_id","n")
) PARTITION BY RANGE ("message_id");

-- CreateTable
CREATE TABLE "attempts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "n" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "code" TEXT,
    "detail" TEXT,
    "ses_message_id" TEXT COLLATE "C",

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("account_id","message_id","n","attempt")
) PARTITION BY RANGE ("message_id");

-- CreateTable
CREATE TABLE "contents" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "contents_pkey" PRIMARY KEY ("account_id","message_id","field")
) PARTITION BY RANGE ("message_id");

-- CreateTable
CREATE TABLE "events" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT COLLATE "C" NOT NULL,
    "n" SMALLINT,
    "type" TEXT NOT NULL,
    "webhook" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("account_id","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "webhooks" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "endpoint" TEXT NOT NULL,
    "events" TEXT[],
    "status" "webhook_status" NOT NULL DEFAULT 'enabled',
    "disabled_reason" TEXT,
    "secret" BYTEA NOT NULL,
    "old_secret" BYTEA,
    "old_secret_until" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "event_id" TEXT COLLATE "C" NOT NULL,
    "webhook_id" TEXT COLLATE "C" NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'pending',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "admitted_until" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("account_id","event_id","webhook_id")
) PARTITION BY RANGE ("event_id");

-- CreateTable
CREATE TABLE "delivery_attempts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "event_id" TEXT COLLATE "C" NOT NULL,
    "webhook_id" TEXT COLLATE "C" NOT NULL,
    "attempt" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" SMALLINT,
    "ms" INTEGER NOT NULL,
    "response" TEXT,
    "error" TEXT,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("account_id","event_id","webhook_id","attempt")
) PARTITION BY RANGE ("event_id");

-- CreateTable
CREATE TABLE "suppressions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "message_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("account_id","address")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "surface" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "response" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("account_id","mode","surface","key")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" TEXT COLLATE "C" NOT NULL,
    "topic_arn" TEXT NOT NULL,
    "trust" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "admitted_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "result" TEXT,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "send_routes" (
    "name" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "probe_at" TIMESTAMPTZ(3),

    CONSTRAINT "send_routes_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "statistic_deltas" (
    "id" BIGSERIAL NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "mode" "mode" NOT NULL,
    "event" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "statistic_deltas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "mode" "mode" NOT NULL,
    "event" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "statistics_pkey" PRIMARY KEY ("account_id","hour","mode","event","domain","tag","template","tier")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_id_key" ON "api_keys"("id");

-- CreateIndex
CREATE UNIQUE INDEX "domains_name_key" ON "domains"("name");

-- CreateIndex
CREATE INDEX "messages_account_id_from_domain_id_idx" ON "messages"("account_id", "from_domain", "id" DESC);

-- CreateIndex
CREATE INDEX "messages_tags_idx" ON "messages" USING GIN ("tags" jsonb_path_ops);

-- CreateIndex
CREATE INDEX "recipients_account_id_status_message_id_idx" ON "recipients"("account_id", "status", "message_id" DESC);

-- CreateIndex
CREATE INDEX "recipients_account_id_address_message_id_idx" ON "recipients"("account_id", "address", "message_id" DESC);

-- CreateIndex
CREATE INDEX "recipients_ses_message_id_idx" ON "recipients"("ses_message_id") WHERE (ses_message_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "recipients_priority_due_at_idx" ON "recipients"("priority", "due_at") WHERE (due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "recipients_lease_until_idx" ON "recipients"("lease_until") WHERE (lease_until IS NOT NULL);

-- CreateIndex
CREATE INDEX "events_account_id_subject_id_id_idx" ON "events"("account_id", "subject_id", "id");

-- CreateIndex
CREATE INDEX "deliveries_due_at_idx" ON "deliveries"("due_at") WHERE (due_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "notifications_received_at_idx" ON "notifications"("received_at");

-- CreateIndex
CREATE INDEX "notifications_admitted_until_idx" ON "notifications"("admitted_until") WHERE (done_at IS NULL);

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "domains" ADD CONSTRAINT "domains_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
