import Joi from "joi";
import { parseMailbox } from "@sendex/core/accepting/address";
import { type FailAt, parseFailAt } from "@sendex/core/fail-point";
import type { MasterKey } from "@sendex/crypto/seal";

/** Values of the environment that Joi alone cannot read. */

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,64}$/;

function splitList(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

export function readKeys(value: string, helpers: Joi.CustomHelpers): MasterKey[] | Joi.ErrorReport {
  const keys = splitList(value).map((item) => {
    const [id = "", key = ""] = item.split(":", 2);
    return { id, key: Buffer.from(key, "base64") };
  });
  const good = keys.every(({ id, key }) => KEY_ID.test(id) && key.length === KEY_BYTES);
  if (!good || keys.length === 0) return helpers.error("keys.format");
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return helpers.error("keys.twice");
  return keys;
}

export function readFailAt(value: string, helpers: Joi.CustomHelpers): FailAt | Joi.ErrorReport {
  return parseFailAt(value) ?? helpers.error("failAt.format");
}

export function readFrom(value: string, helpers: Joi.CustomHelpers): string | Joi.ErrorReport {
  return parseMailbox(value) ? value : helpers.error("from.format");
}

/** An empty variable counts as absent: that is what compose files make of an unset one. */
export const text = () => Joi.string().trim().empty("");
export const number = () => Joi.number().empty("");
export const yesOrNo = () => Joi.boolean().truthy("1", "yes").falsy("0", "no").empty("").default(false);
export const url = (...scheme: string[]) => text().uri({ scheme });
export const list = () => text().custom(splitList).default([]);
