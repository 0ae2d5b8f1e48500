-- Two subjects of one broadcast, of which the rest of its contacts gets the better one.
ALTER TABLE "broadcasts"
    ADD COLUMN "subject_test" JSONB,
    ADD COLUMN "test_ended_at" TIMESTAMPTZ(3),
    ADD COLUMN "test_mails" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "winner" TEXT COLLATE "C";

-- A broadcast to those whom others did not reach.
ALTER TABLE "broadcasts" ADD COLUMN "not_reached_by" TEXT[] COLLATE "C" NOT NULL DEFAULT '{}';
