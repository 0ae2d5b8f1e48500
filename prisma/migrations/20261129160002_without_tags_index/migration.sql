-- DropIndex
DROP INDEX "messages_tags_idx";
