-- Who belongs to a segment that follows a rule; null: a list.
ALTER TABLE "segments" ADD COLUMN "rule" JSONB;
