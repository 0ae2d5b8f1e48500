-- The trace that a message's acceptance belongs to, as a W3C traceparent; null: nobody records it.
ALTER TABLE "messages" ADD COLUMN "trace" TEXT COLLATE "C";
