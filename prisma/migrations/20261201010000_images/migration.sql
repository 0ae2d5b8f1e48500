-- Images that an account's mails show: the same bytes once.
CREATE TABLE "images" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "token" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT COLLATE "C" NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "images_pkey" PRIMARY KEY ("account_id","id")
);
-- They are compressed already.
ALTER TABLE "images" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX "images_sha256_key" ON "images"("account_id", "sha256");
CREATE UNIQUE INDEX "images_token_key" ON "images"("token");
