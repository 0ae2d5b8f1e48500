import { type Image, imagePath } from "@sendex/core/images/image";

/** An image as the API shows it. */
export function presentImage(image: Image, publicUrl: string) {
  const { id, name, contentType, size, width, height, createdAt } = image;
  return {
    ...{ object: "image" as const, id, name, url: `${publicUrl}${imagePath(image)}` },
    ...{ content_type: contentType, size, width, height },
    created_at: createdAt.toISOString(),
  };
}
