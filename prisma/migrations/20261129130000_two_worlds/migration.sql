-- An endpoint is told events of one mode. The default is for what is there and for processes of the version before, which
-- name no mode; being constant, it rewrites no row.
ALTER TABLE "webhooks" ADD COLUMN "mode" "mode" NOT NULL DEFAULT 'live';

-- Suppressions of test mail, in a table of their own: processes of the version before write entries by the key
-- (account_id, address), and must neither miss that key nor stop live mail for what test mail came to.
CREATE TABLE "test_suppressions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT NOT NULL,
    "label" TEXT,
    "origin" TEXT NOT NULL,
    "message_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "trial_at" TIMESTAMPTZ(3),

    CONSTRAINT "test_suppressions_pkey" PRIMARY KEY ("account_id","address")
);

-- Partial for the same reason as that of "suppressions".
CREATE UNIQUE INDEX "test_suppressions_account_id_id_key" ON "test_suppressions"("account_id", "id") WHERE (id > 'sup_'::text);

CREATE INDEX "test_suppressions_expires_at_idx" ON "test_suppressions"("expires_at") WHERE (expires_at IS NOT NULL);

ALTER TABLE "test_suppressions" ADD CONSTRAINT "test_suppressions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
