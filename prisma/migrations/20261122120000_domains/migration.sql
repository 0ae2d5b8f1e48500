-- What a domain's DNS records follow from, what was last seen of them, and when to look again.
ALTER TABLE "domains"
  ADD COLUMN "ownership_token" TEXT,
  ADD COLUMN "verification_token" TEXT,
  ADD COLUMN "dkim_tokens" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "mail_from" TEXT,
  ADD COLUMN "adopted" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "record_statuses" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "begun_at" TIMESTAMPTZ(3),
  ADD COLUMN "checked_at" TIMESTAMPTZ(3),
  ADD COLUMN "check_at" TIMESTAMPTZ(3);

CREATE INDEX "domains_check_at_idx" ON "domains"("check_at") WHERE (check_at IS NOT NULL);
