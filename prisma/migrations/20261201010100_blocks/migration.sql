-- What the HTML was made from, where it is written as blocks.
ALTER TABLE "template_versions" ADD COLUMN "blocks" JSONB;
ALTER TABLE "broadcasts" ADD COLUMN "blocks" JSONB;
