-- The bytes of an image may be in a store beside the database.
ALTER TABLE images ALTER COLUMN bytes DROP NOT NULL;

-- Objects of the store that no image has any more, or has yet.
CREATE TABLE image_removals (
  key TEXT PRIMARY KEY,
  due_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX image_removals_due_idx ON image_removals (due_at);

-- However an image goes, with its account too, its object is not forgotten.
CREATE FUNCTION ask_image_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO image_removals (key, due_at) VALUES (OLD.account_id || '/' || OLD.id, '-infinity')
  ON CONFLICT (key) DO UPDATE SET due_at = EXCLUDED.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER ask_image_removal AFTER DELETE ON images
FOR EACH ROW WHEN (OLD.bytes IS NULL) EXECUTE FUNCTION ask_image_removal();
