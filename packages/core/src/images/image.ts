/** Images that mails show, as they are kept and named in their addresses. */

/** The ending of each kind's name. */
const ENDINGS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
} as const;
export type ImageType = keyof typeof ENDINGS;
export const IMAGE_TYPES: readonly ImageType[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** Of one: what people wait for on a phone is far smaller. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;
/** Of all that an account has. */
export const MAX_IMAGES_BYTES = 200 * 1024 * 1024;
/** Of a side: what is larger takes a mail program more memory than its bytes say. */
export const MAX_IMAGE_PIXELS = 10_000;
export const MAX_IMAGE_NAME_CHARACTERS = 255;

export interface Image {
  id: string;
  /** In its address, which nobody guesses. */
  token: string;
  /** As it was uploaded. */
  name: string;
  contentType: ImageType;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  height: number;
  createdAt: Date;
}

/** The last part of an image's address: its name in plain letters, with the ending of what it is. */
export function fileNameOf({ name, contentType }: Pick<Image, "name" | "contentType">): string {
  const plain = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG_CHARACTERS)
    .replace(/^-+|-+$/g, "");
  return `${plain || "image"}.${ENDINGS[contentType]}`;
}
const MAX_SLUG_CHARACTERS = 80;

export function imagePath(image: Pick<Image, "token" | "name" | "contentType">): string {
  return `/images/${image.token}/${fileNameOf(image)}`;
}
