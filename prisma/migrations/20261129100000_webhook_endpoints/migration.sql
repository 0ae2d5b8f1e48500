-- An endpoint that is disabled keeps what it is not told for a while, counted from then. Secrets that were replaced
-- before the latest one sign until their time is over, too. Each column has a constant default: no row is rewritten.
ALTER TABLE "webhooks" ADD COLUMN "disabled_at" TIMESTAMPTZ(3),
  ADD COLUMN "older_secrets" BYTEA[] NOT NULL DEFAULT ARRAY[]::BYTEA[],
  ADD COLUMN "older_secrets_until" TIMESTAMPTZ(3)[] NOT NULL DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];
