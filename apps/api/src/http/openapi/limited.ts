import type Joi from "joi";

/** A limit that code checks and Joi does not see, in the words of JSON Schema (2020-12 validation, section 6). */
export interface Limits {
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  /** Of the keys of an object. */
  propertyNames?: { maxLength: number; pattern: string };
  /** Of the value as JSON in UTF-8, which JSON Schema has no word for. */
  "x-maxJsonBytes"?: number;
  /** Of the value as JSON, in UTF-16 units. */
  "x-maxJsonCharacters"?: number;
}

/** A schema whose description (json-schema.ts) also tells limits that core holds its values to. */
export function limited<S extends Joi.AnySchema>(schema: S, limits: Limits): S {
  return schema.meta({ limits });
}
