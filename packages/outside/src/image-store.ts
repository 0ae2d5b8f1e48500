import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { ImageStore } from "@sendex/core/ports";
import type { AwsCredentials } from "./aws-client";

/** Of one call, all of its tries together. */
const TIMEOUT_MS = 10_000;
/** Putting, reading and removing may each be repeated without harm. */
const TRIES = 3;

export interface ImageStoreOptions {
  bucket: string;
  region: string;
  /** Base URL of a store that speaks S3; absent: Amazon S3. */
  endpoint?: string;
  /** Absent: where the AWS SDK finds some. */
  credentials?: AwsCredentials;
}

/** Images in a bucket of Amazon S3, or of what speaks as it does. */
export function openImageStore(options: ImageStoreOptions): ImageStore & { close(): void } {
  const { bucket: Bucket, region, endpoint, credentials } = options;
  const client = new S3Client({
    region,
    maxAttempts: TRIES,
    // Other stores know none of the newer checksums, and seldom a bucket's own host name.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  const inTime = () => ({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
  return {
    async put(key, { bytes, contentType }) {
      const object = { Bucket, Key: key, Body: bytes, ContentLength: bytes.length, ContentType: contentType };
      await client.send(new PutObjectCommand(object), inTime());
    },
    async get(key, mostBytes) {
      try {
        const { Body, ContentLength } = await client.send(
          new GetObjectCommand({ Bucket, Key: key }),
          inTime(),
        );
        if (!Body || ContentLength === undefined || ContentLength > mostBytes)
          throw new Error(`The image store has another object at ${key}`);
        return Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }), inTime());
    },
    close: () => client.destroy(),
  };
}
