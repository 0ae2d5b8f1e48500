-- Only deferrals, opens and clicks are asked whether they are a recipient's first. What accepting a message writes has none
-- of them, and is counted without a window and a sort.
CREATE OR REPLACE FUNCTION put_metric_deltas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM added WHERE type IN ('deferred', 'opened', 'clicked')) THEN
    INSERT INTO metric_deltas (account_id, message_id, n, measure, first, at)
    SELECT a.account_id, a.subject_id, a.n, CASE
        WHEN a.type IN ('queued', 'scheduled') THEN 'accepted'
        WHEN a.type = 'bounced' THEN CASE a.data #>> '{bounce,type}'
          WHEN 'Permanent' THEN 'bounced_permanent' WHEN 'Transient' THEN 'bounced_transient' ELSE 'bounced_undetermined' END
        WHEN a.data ? 'machine' THEN 'machine_' || a.type
        ELSE a.type
      END, false, a.at
    FROM added a
    WHERE a.subject_type = 'message' AND a.webhook IS NOT NULL AND a.type IN ('queued', 'scheduled', 'sent', 'delivered',
      'bounced', 'complained', 'suppressed', 'failed', 'unsubscribed');
    RETURN NULL;
  END IF;
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
