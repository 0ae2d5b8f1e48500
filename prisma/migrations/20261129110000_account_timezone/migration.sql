-- A constant default is stored once, in the catalogue: no row is written.
ALTER TABLE "accounts" ADD COLUMN "timezone" TEXT NOT NULL DEFAULT 'UTC';
