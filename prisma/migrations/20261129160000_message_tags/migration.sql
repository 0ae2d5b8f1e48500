-- Lists by tag, in their own order: an index on the messages' tags answers with every message that has one.
CREATE TABLE "message_tags" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "tag" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "message_tags_pkey" PRIMARY KEY ("account_id","mode","tag","message_id")
) PARTITION BY RANGE ("message_id");

-- A child for each of messages, with its bounds; new ones are made as those of any table.
DO $$
DECLARE child record;
BEGIN
  FOR child IN
    SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'messages'::regclass
  LOOP
    EXECUTE format('CREATE TABLE parts.%I PARTITION OF message_tags %s', replace(child.name, 'messages_', 'message_tags_'), child.bounds);
  END LOOP;
END $$;

-- A trigger, so that processes of the version before, which know nothing of the table, write it too. Neither a name nor a
-- value has a colon.
CREATE FUNCTION put_message_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO message_tags (account_id, mode, tag, message_id)
  SELECT DISTINCT m.account_id, m.mode, concat(t.tag ->> 'name', ':', t.tag ->> 'value'), m.id
  FROM added m CROSS JOIN LATERAL jsonb_array_elements(m.tags) AS t(tag);
  RETURN NULL;
END $$;

CREATE TRIGGER put_message_tags AFTER INSERT ON messages REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION put_message_tags();
