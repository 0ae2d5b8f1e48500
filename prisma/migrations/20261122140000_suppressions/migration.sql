-- A suppression gets an id to be named and paged by, the caller's own word for its reason, and the time from which a
-- critical mail may try its address again. The default is for processes of the version before, which write no id.
ALTER TABLE "suppressions"
    ADD COLUMN "id" TEXT COLLATE "C" NOT NULL DEFAULT ('sup_' || substr(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 1, 27)),
    ADD COLUMN "label" TEXT,
    ADD COLUMN "trial_at" TIMESTAMPTZ(3);

-- Ids begin with their time, in milliseconds and base32, so what is there keeps its order.
UPDATE "suppressions" SET
    "id" = 'sup_' || (
        SELECT string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((floor(extract(epoch FROM "created_at") * 1000)::bigint >> (5 * (9 - i))) & 31)::int + 1, 1), '' ORDER BY i)
        FROM generate_series(0, 9) AS i
    ) || substr("id", 15),
    "trial_at" = CASE WHEN "reason" = 'bounce' THEN "created_at" + interval '30 days' END;

-- Partial although all ids are like that: a statement that says nothing of ids cannot use it, and so a plan that was made
-- while the table was empty looks for an address by the primary key.
CREATE UNIQUE INDEX "suppressions_account_id_id_key" ON "suppressions"("account_id", "id") WHERE (id > 'sup_'::text);

-- What SES said of an address is looked for across accounts.
CREATE INDEX "suppressions_address_idx" ON "suppressions"("address") WHERE (origin = ANY (ARRAY['ses'::text, 'ses_list'::text]));

CREATE INDEX "suppressions_expires_at_idx" ON "suppressions"("expires_at") WHERE (expires_at IS NOT NULL);

-- The SES account's own list as we know it, and what is still to be said to SES about it.
CREATE TABLE "ses_suppressions" (
    "route" TEXT COLLATE "C" NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "ses_suppressions_pkey" PRIMARY KEY ("route","address")
);

CREATE INDEX "ses_suppressions_route_due_at_idx" ON "ses_suppressions"("route", "due_at") WHERE (due_at IS NOT NULL);

-- How far the SES account's list has been read.
CREATE TABLE "ses_list_reads" (
    "route" TEXT COLLATE "C" NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "cursor" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "whole_at" TIMESTAMPTZ(3),

    CONSTRAINT "ses_list_reads_pkey" PRIMARY KEY ("route")
);
