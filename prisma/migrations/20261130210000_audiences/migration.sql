-- Whom an account writes to, apart for live and for test mail.
CREATE TABLE "contacts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("account_id","mode","id")
);
CREATE UNIQUE INDEX "contacts_address_key" ON "contacts"("account_id", "mode", "address");

-- What may be known of a contact beside its name.
CREATE TABLE "contact_properties" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "type" TEXT COLLATE "C" NOT NULL,
    "fallback" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_properties_pkey" PRIMARY KEY ("account_id","id")
);
CREATE UNIQUE INDEX "contact_properties_key_key" ON "contact_properties"("account_id", "key");

-- Lists of contacts.
CREATE TABLE "segments" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("account_id","mode","id")
);
CREATE TABLE "segment_contacts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "segment_id" TEXT COLLATE "C" NOT NULL,
    "contact_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "segment_contacts_pkey" PRIMARY KEY ("account_id","segment_id","contact_id")
);
CREATE INDEX "segment_contacts_contact_idx" ON "segment_contacts"("account_id", "contact_id");

-- What mail is about, as its readers may choose it. A row stays when its topic is deleted, for mail that is on its way.
CREATE TABLE "topics" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "subscribed" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "topics_pkey" PRIMARY KEY ("account_id","id")
);

-- What the owner of an address chose, whether or not it is a contact: of one topic, or of all with topic ''.
CREATE TABLE "subscriptions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "topic_id" TEXT COLLATE "C" NOT NULL,
    "subscribed" BOOLEAN NOT NULL,
    "until" TIMESTAMPTZ(3),
    "source" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C",
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("account_id","mode","address","topic_id")
);

-- The topic that a message is of; null: none.
ALTER TABLE "messages" ADD COLUMN "topic_id" TEXT COLLATE "C";
