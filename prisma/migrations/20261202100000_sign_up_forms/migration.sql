-- Until when a contact that has not confirmed yet is kept; null: one that is as any other.
ALTER TABLE "contacts" ADD COLUMN "pending_until" TIMESTAMPTZ(3);
CREATE INDEX "contacts_pending_idx" ON "contacts"("account_id", "mode", "address") WHERE (pending_until IS NOT NULL);
CREATE INDEX "contacts_expiry_idx" ON "contacts"("pending_until") WHERE (pending_until IS NOT NULL);

-- Forms that people sign up by.
CREATE TABLE "forms" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "from_header" TEXT,
    "template_id" TEXT COLLATE "C",
    "segments" TEXT[] NOT NULL DEFAULT '{}',
    "topics" TEXT[] NOT NULL DEFAULT '{}',
    "fields" TEXT[] NOT NULL DEFAULT '{}',
    "redirect_url" TEXT,
    "allowed_origins" TEXT[] NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forms_pkey" PRIMARY KEY ("account_id","mode","id")
);
CREATE UNIQUE INDEX "forms_id_key" ON "forms"("id");

-- What somebody asked for, and that its owner confirmed it: of an address and a form one that is open.
CREATE TABLE "sign_ups" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "form_id" TEXT COLLATE "C" NOT NULL,
    "wish" JSONB NOT NULL,
    "redirect_url" TEXT,
    "asked_from" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_from" TEXT COLLATE "C",

    CONSTRAINT "sign_ups_pkey" PRIMARY KEY ("account_id","mode","id")
);
CREATE UNIQUE INDEX "sign_ups_open_key" ON "sign_ups"("account_id", "mode", "address", "form_id") WHERE (confirmed_at IS NULL);
CREATE INDEX "sign_ups_address_idx" ON "sign_ups"("account_id", "mode", "address", "id");
CREATE INDEX "sign_ups_expiry_idx" ON "sign_ups"("created_at") WHERE (confirmed_at IS NULL);

-- How much was asked for in a day, by address, network and form; what is counted is a keyed hash.
CREATE TABLE "sign_up_counts" (
    "day" DATE NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "sign_up_counts_pkey" PRIMARY KEY ("day","subject")
);
