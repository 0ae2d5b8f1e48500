-- Of the recount that goes on: messages that have something in a slice which is counted later than their own. Nothing of it
-- is needed after a crash, since a recount begins anew.
CREATE UNLOGGED TABLE "recount_messages" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "slice" INTEGER NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "recount_messages_pkey" PRIMARY KEY ("account_id","slice","message_id")
);
