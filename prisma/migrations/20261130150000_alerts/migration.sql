-- What an account is warned of by itself. One alert a cause is open at a time.
CREATE TABLE "alerts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "dimension" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "name" TEXT,
    "numbers" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "reopened" INTEGER NOT NULL DEFAULT 0,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("account_id","id")
);
CREATE UNIQUE INDEX "alerts_open_key" ON "alerts"("account_id", "kind", "dimension", "value") WHERE (closed_at IS NULL);

-- What an account chose; a rule without a row is as usual.
CREATE TABLE "alert_rules" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "threshold" DOUBLE PRECISION,

    CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("account_id","kind")
);

-- From where live keys are used: an IPv4 /24, an IPv6 /48, or `private`. The scheduler judges those that were not looked at.
CREATE TABLE "key_networks" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "key_id" TEXT COLLATE "C" NOT NULL,
    "network" TEXT COLLATE "C" NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_networks_pkey" PRIMARY KEY ("account_id","key_id","network")
);
CREATE INDEX "key_networks_fresh_idx" ON "key_networks"("account_id") WHERE (judged_at IS NULL);

-- Whether a member gets mail about alerts; null: by role.
ALTER TABLE "members" ADD COLUMN "alert_mail" BOOLEAN;

-- Endpoints that fail are few, and are looked for every minute.
CREATE INDEX "webhooks_failing_idx" ON "webhooks"("account_id") WHERE (failing_since IS NOT NULL);
