import { SendexError } from "@sendex/core/error";
import { type Image, MAX_IMAGE_BYTES } from "@sendex/core/images/image";
import { askRemoval, claimRemovals, endRemoval } from "@sendex/data/images/removals";
import { HOUR_MS } from "@sendex/kit/day";
import type { Context } from "../context";

/**
 * Images in a store beside the database, where there is one. A row of `image_removals` stands before an object does, until
 * an image has it, and again from when none has: whatever dies in between, no object stays for nobody.
 */

/** Objects that one run removes; they go side by side. */
const REMOVALS = 20;
/** From an upload's beginning to when its object is taken for left behind, and between two tries to remove one. */
const LEFT_MS = HOUR_MS;

/** @throws SendexError bad_gateway where the store did not take it */
export async function putObject(
  { data, clock, ports, log }: Context,
  key: string,
  { bytes, contentType }: { bytes: Buffer; contentType: string },
): Promise<void> {
  await askRemoval(data, key, new Date(clock().getTime() + LEFT_MS));
  try {
    await ports.imageStore?.put(key, { bytes, contentType });
  } catch (error) {
    log.error({ err: error }, "the image store did not take an image");
    throw new SendexError("bad_gateway", "The image could not be stored. Try again shortly.", {
      cause: error,
    });
  }
}

/** Nothing came of an upload. */
export async function dropObject({ data, clock }: Context, key: string): Promise<void> {
  await askRemoval(data, key, clock());
}

/** @throws SendexError service_unavailable where the store cannot be asked, or is not configured any more */
export async function getObject(
  { ports, log }: Context,
  key: string,
  image: Pick<Image, "id">,
): Promise<Buffer | undefined> {
  try {
    if (!ports.imageStore) throw new Error("Its bytes are in an image store, and none is configured.");
    return await ports.imageStore.get(key, MAX_IMAGE_BYTES);
  } catch (error) {
    log.error({ err: error, imageId: image.id }, "an image could not be read from the image store");
    throw new SendexError("service_unavailable", "The image cannot be read at the moment.", {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
}

/** Removes objects that no image has; how many. Those that the store did not remove are tried again later. */
export async function removeLeftObjects({ data, clock, ports, log }: Context): Promise<number> {
  const { imageStore } = ports;
  if (!imageStore) return 0;
  const now = clock();
  const keys = await claimRemovals(data, now, new Date(now.getTime() + LEFT_MS), REMOVALS);
  const removed = await Promise.all(
    keys.map(async (key) => {
      try {
        await imageStore.remove(key);
        await endRemoval(data, key);
        return 1;
      } catch (error) {
        log.warn({ err: error, key }, "the image store did not remove an object; it is asked again later");
        return 0;
      }
    }),
  );
  return removed.filter((one) => one === 1).length;
}
