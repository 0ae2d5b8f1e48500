-- Files of contacts, and how far each is read in.
CREATE TABLE "contact_imports" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "plan" JSONB NOT NULL DEFAULT '{}',
    "on_conflict" TEXT COLLATE "C" NOT NULL DEFAULT 'upsert',
    "segments" JSONB NOT NULL DEFAULT '[]',
    "topics" JSONB NOT NULL DEFAULT '[]',
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "at_byte" INTEGER NOT NULL DEFAULT 0,
    "at_line" INTEGER NOT NULL DEFAULT 1,
    "total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "turn_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_imports_pkey" PRIMARY KEY ("account_id","mode","id")
);
-- Those that a scheduler reads in, the longest waiting first, and uploads that may have broken off.
CREATE INDEX "contact_imports_turn_idx" ON "contact_imports"("turn_at") WHERE "completed_at" IS NULL;

-- A file's bytes, sealed in pieces of about 1 MB, by where each begins. Sealed bytes do not compress.
CREATE TABLE "contact_import_chunks" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "start" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "contact_import_chunks_pkey" PRIMARY KEY ("account_id","import_id","start")
);
ALTER TABLE "contact_import_chunks" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- The first bad rows of a file, without what stood in them.
CREATE TABLE "contact_import_errors" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "import_id" TEXT COLLATE "C" NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "contact_import_errors_pkey" PRIMARY KEY ("account_id","import_id","line")
);
