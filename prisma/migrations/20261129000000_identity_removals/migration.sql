-- Domains that were deleted here and that SES may still have: the scheduler removes them there. A process that does not
-- know this table removes a domain at SES before its row.
CREATE TABLE "identity_removals" (
    "name" TEXT COLLATE "C" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_removals_pkey" PRIMARY KEY ("name")
);
