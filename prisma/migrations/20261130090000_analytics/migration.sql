-- Who runs the recipient's mail server, learnt when it was accepted; null: before this, or not known.
ALTER TABLE "recipients" ADD COLUMN "provider" TEXT COLLATE "C";

-- What is to be counted: an entry of a timeline, by what it counts as. The scheduler takes them from here into the cells.
CREATE TABLE "metric_deltas" (
    "id" BIGSERIAL NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "n" SMALLINT,
    "measure" TEXT COLLATE "C" NOT NULL,
    "first" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "metric_deltas_pkey" PRIMARY KEY ("id")
);

-- Counts of a quarter of an hour, and of an hour, by one dimension within a sending domain.
CREATE TABLE "metrics" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "dimension" TEXT COLLATE "C" NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "accepted" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "deferred" INTEGER NOT NULL,
    "bounced_permanent" INTEGER NOT NULL,
    "bounced_transient" INTEGER NOT NULL,
    "bounced_undetermined" INTEGER NOT NULL,
    "complained" INTEGER NOT NULL,
    "suppressed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "unique_opened" INTEGER NOT NULL,
    "clicked" INTEGER NOT NULL,
    "unique_clicked" INTEGER NOT NULL,
    "machine_opened" INTEGER NOT NULL,
    "machine_clicked" INTEGER NOT NULL,
    "unsubscribed" INTEGER NOT NULL,

    CONSTRAINT "metrics_pkey" PRIMARY KEY ("account_id","mode","dimension","minutes","at","domain","value")
);
CREATE INDEX "metrics_at_idx" ON "metrics" USING BRIN ("at");

-- How many were delivered so long after they were accepted: a histogram in the same cells.
CREATE TABLE "metric_delays" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "dimension" TEXT COLLATE "C" NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(0) NOT NULL,
    "domain" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "bucket" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "metric_delays_pkey" PRIMARY KEY ("account_id","mode","dimension","minutes","at","domain","value","bucket")
);
CREATE INDEX "metric_delays_at_idx" ON "metric_delays" USING BRIN ("at");

-- The tags that are told apart: the first ones that an account used, up to a bound.
CREATE TABLE "metric_tags" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "tag" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "metric_tags_pkey" PRIMARY KEY ("account_id","mode","tag")
);

-- A trigger, so that whatever writes a timeline is counted, processes of the version before too. An entry that has no
-- webhook is on the timeline alone: an event that came too late to change anything, or one that is no news to a customer.
-- Who writes an entry about a recipient holds its row, so there is one first.
CREATE FUNCTION put_metric_deltas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metric_deltas (account_id, message_id, n, measure, first, at)
  SELECT e.account_id, e.subject_id, e.n, e.measure,
    e.measure IN ('deferred', 'opened', 'clicked')
      AND row_number() OVER (PARTITION BY e.account_id, e.subject_id, e.n, e.measure ORDER BY e.id) = 1
      AND NOT EXISTS (
        SELECT FROM events b
        WHERE b.account_id = e.account_id AND b.subject_id = e.subject_id AND b.n = e.n AND b.type = e.type
          AND b.webhook IS NOT NULL AND NOT b.data ? 'machine' AND b.id NOT IN (SELECT id FROM added)
      ),
    e.at
  FROM (
    SELECT a.*, CASE
      WHEN a.type IN ('queued', 'scheduled') THEN 'accepted'
      WHEN a.type = 'bounced' THEN CASE a.data #>> '{bounce,type}'
        WHEN 'Permanent' THEN 'bounced_permanent' WHEN 'Transient' THEN 'bounced_transient' ELSE 'bounced_undetermined' END
      WHEN a.data ? 'machine' THEN 'machine_' || a.type
      ELSE a.type
    END AS measure
    FROM added a
    WHERE a.subject_type = 'message' AND a.webhook IS NOT NULL AND a.type IN ('queued', 'scheduled', 'sent', 'delivered', 'deferred',
      'bounced', 'complained', 'suppressed', 'failed', 'opened', 'clicked', 'unsubscribed')
  ) e;
  RETURN NULL;
END $$;

CREATE TRIGGER put_metric_deltas AFTER INSERT ON events REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION put_metric_deltas();
