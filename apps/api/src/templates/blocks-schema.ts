import {
  ALIGNS,
  COLUMNS,
  DEFAULT_COLORS,
  MAX_ALT_CHARACTERS,
  MAX_BLOCKS,
  MAX_BUTTON_CHARACTERS,
  MAX_IMAGE_WIDTH,
  MAX_LEVEL,
  MAX_LINK_CHARACTERS,
  MAX_PARTS,
  MAX_SPACE,
  MIN_SPACE,
} from "@sendex/core/templates/blocks/blocks";
import Joi from "joi";

/**
 * The shape of a mail as blocks, for the description alone: `readBlocks` in core reads them, and says by names of fields
 * what is wrong. Source: core/templates/blocks/blocks.ts
 */

const link = Joi.string().allow("").max(MAX_LINK_CHARACTERS);
const words = Joi.string().allow("");
const align = Joi.valid(...ALIGNS);
const list = (item: Joi.Schema) => Joi.array().items(item).max(MAX_PARTS);
const block = (type: string, keys: Joi.SchemaMap) =>
  Joi.object({ type: Joi.valid(type).required(), ...keys });

const span = Joi.object({
  text: words.required(),
  bold: Joi.boolean(),
  italic: Joi.boolean(),
  link,
}).meta({ name: "BlockSpan" });
const spans = list(span);

const part = Joi.alternatives(
  block("paragraph", { spans: spans.required() }),
  block("list", { ordered: Joi.boolean(), items: list(spans).required() }),
).meta({ name: "BlockTextPart" });
const parts = list(part).required();

const button = words.max(MAX_BUTTON_CHARACTERS).required();
const simple = Joi.alternatives(
  block("heading", {
    level: Joi.number().integer().min(1).max(MAX_LEVEL).required(),
    spans: spans.required(),
    align,
  }),
  block("text", { parts, align }),
  block("button", { text: button, link: link.required(), align }),
  block("image", {
    url: link.required(),
    alt: words.max(MAX_ALT_CHARACTERS),
    decorative: Joi.boolean(),
    width: Joi.number().integer().min(1).max(MAX_IMAGE_WIDTH),
    link,
    align,
  }),
  block("divider", {}),
  block("spacer", { height: Joi.number().integer().min(MIN_SPACE).max(MAX_SPACE).required() }),
  block("footer", { parts, unsubscribe: button, align }),
).meta({ name: "SimpleBlock" });

const columns = block("columns", {
  columns: Joi.array().items(Joi.array().items(simple)).length(COLUMNS).required(),
});

const color = Joi.string().pattern(/^#[0-9a-fA-F]{6}$/);
const colors = Joi.object(Object.fromEntries(Object.keys(DEFAULT_COLORS).map((name) => [name, color])));

const NAME = "MailBlocks";

export const mailBlocks = Joi.object({
  items: Joi.array().items(Joi.alternatives(simple, columns)).max(MAX_BLOCKS).required(),
  colors,
})
  // Answers around it may have their keys required unless they say otherwise.
  .prefs({ presence: "optional" })
  .meta({ name: NAME });
