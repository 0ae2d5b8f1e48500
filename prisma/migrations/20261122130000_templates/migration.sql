-- Templates and their versions. Neither is large, so neither is partitioned.

-- CreateTable
CREATE TABLE "templates" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "alias" TEXT COLLATE "C",
    "published_version" INTEGER,
    "last_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "template_versions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "template_id" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "mjml" TEXT,
    "from_header" TEXT,
    "reply_to" TEXT[],
    "variables" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "template_versions_pkey" PRIMARY KEY ("account_id","template_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "templates_account_id_alias_key" ON "templates"("account_id", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "template_versions_account_id_id_key" ON "template_versions"("account_id", "id");

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_account_id_template_id_fkey" FOREIGN KEY ("account_id", "template_id") REFERENCES "templates"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
