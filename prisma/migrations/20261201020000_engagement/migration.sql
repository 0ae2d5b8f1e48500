-- When mail to an address was last sent, delivered, opened and so on: of all of an account's mail (broadcast_id empty), and of each
-- broadcast, whose rows stand apart so that reading the first does not pass them.
CREATE TABLE "engagement" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "broadcast_id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "clicked_at" TIMESTAMPTZ(3),
    "bounced_at" TIMESTAMPTZ(3),
    "complained_at" TIMESTAMPTZ(3),
    "month" DATE NOT NULL,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("account_id","mode","broadcast_id","address")
) PARTITION BY LIST ("broadcast_id");
CREATE INDEX "engagement_month_idx" ON "engagement"("month");

CREATE TABLE parts."engagement_of_all" PARTITION OF "engagement" FOR VALUES IN ('') WITH (fillfactor = 80);
CREATE TABLE parts."engagement_of_broadcasts" PARTITION OF "engagement" DEFAULT WITH (fillfactor = 80);
