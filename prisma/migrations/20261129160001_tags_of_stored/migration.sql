-- What was stored before the trigger, in a transaction of its own: nothing waits for it.
INSERT INTO message_tags (account_id, mode, tag, message_id)
SELECT m.account_id, m.mode, concat(t.tag ->> 'name', ':', t.tag ->> 'value'), m.id
FROM messages m CROSS JOIN LATERAL jsonb_array_elements(m.tags) AS t(tag)
ON CONFLICT DO NOTHING;
