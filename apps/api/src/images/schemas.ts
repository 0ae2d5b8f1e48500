import {
  IMAGE_TYPES,
  MAX_IMAGE_BYTES,
  MAX_IMAGE_NAME_CHARACTERS,
  MAX_IMAGE_PIXELS,
  MAX_IMAGES_BYTES,
} from "@sendex/core/images/image";
import Joi from "joi";
import { prose } from "../accepting/schemas";
import { deleted, listOf, shown, time, words } from "../http/openapi/responses";

const MB = 1024 * 1024;

const fields = {
  name: prose(MAX_IMAGE_NAME_CHARACTERS).allow("").description("Unless given, the file's."),
};

/** The form's fields; the file is not among them. */
export const imageSchema = Joi.object<{ name: string }>(fields).required();

export const imageForm = Joi.object({
  ...fields,
  file: Joi.string()
    .required()
    .meta({ schema: { type: "string", contentMediaType: "image/*" } })
    .description(
      `A PNG, JPEG, GIF or WebP image of at most ${MAX_IMAGE_BYTES / MB} MB and ${MAX_IMAGE_PIXELS.toLocaleString("en-US")} pixels a side.`,
    ),
});

const count = Joi.number().integer();
export const imageResponse = shown({
  object: Joi.valid("image"),
  id: Joi.string(),
  name: words,
  url: Joi.string()
    .uri()
    .description("For `<img src>`: anybody may read it, for as long as the image is kept."),
  content_type: Joi.valid(...IMAGE_TYPES),
  size: count.description("Bytes."),
  width: count.description("Pixels."),
  height: count,
  created_at: time,
}).meta({ name: "Image" });

export const imageListResponse = listOf(imageResponse, {
  bytes: count.required().description(`Of all images of the account; at most ${MAX_IMAGES_BYTES / MB} MB.`),
});
export const imageRemovedResponse = deleted("image");
