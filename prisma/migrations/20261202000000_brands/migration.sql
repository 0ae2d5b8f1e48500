-- How an account looks on the pages that its readers see. The logo's address is all that one needs to see it.
CREATE TABLE "brands" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT,
    "color" TEXT COLLATE "C",
    "logo_id" TEXT COLLATE "C",
    "logo_type" TEXT COLLATE "C",
    "logo" BYTEA,

    CONSTRAINT "brands_pkey" PRIMARY KEY ("account_id")
);
CREATE UNIQUE INDEX "brands_logo_key" ON "brands"("logo_id") WHERE (logo_id IS NOT NULL);
