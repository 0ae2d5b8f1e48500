import { type FieldError, invalidFields } from "@sendex/core/error";
import type { RawTemplate } from "@sendex/core/templates/template";
import type { RawVariable } from "@sendex/core/templates/variable";
import type Joi from "joi";
import type { TemplateSketch } from "@sendex/pipeline/templates/preview-draft";
import {
  sketchSchema,
  sketchValuesSchema,
  TEMPLATE_ALIASES,
  type TemplateBody,
  VARIABLE_ALIASES,
  type VariableBody,
} from "./schemas";
import { asObject, checkShape, readFields } from "../http/shape";
import { isObject } from "@sendex/kit/loose";

/** A template, or a change to one, as it came in. Throws bad_request with what is wrong in shape. */
export function readTemplateBody(schema: Joi.ObjectSchema<TemplateBody>, given: unknown): RawTemplate {
  const body = asObject(given);
  rename(body, TEMPLATE_ALIASES);
  if (Array.isArray(body["variables"]))
    for (const variable of body["variables"]) if (isObject(variable)) rename(variable, VARIABLE_ALIASES);
  const { value, errors } = checkShape(schema, body);
  errors.push(...withoutKey(value.variables ?? []));
  if (errors.length > 0) throw invalidFields(errors);
  const { reply_to: replyTo, variables, ...rest } = value;
  return {
    ...rest,
    ...(replyTo !== undefined && { replyTo: listOf(replyTo) }),
    ...(variables !== undefined && { variables: (variables ?? []).map(toVariable) }),
  };
}

/** A template that is being written, with values for it. Throws as readTemplateBody. */
export function readSketch(given: unknown): { sketch: TemplateSketch; values: Record<string, unknown> } {
  const { values: raw, ...parts } = asObject(given);
  const sketch = readTemplateBody(sketchSchema, parts);
  const { values = {} } = readFields(sketchValuesSchema, { values: raw });
  return { sketch, values };
}

function rename(holder: Record<string, unknown>, aliases: Record<string, string>): void {
  for (const [alias, name] of Object.entries(aliases)) {
    if (!(alias in holder) || (holder[name] ?? null) !== null) continue;
    holder[name] = holder[alias];
    delete holder[alias];
  }
}

/** A declaration says `key` or `name`, and once. */
function withoutKey(variables: VariableBody[]): FieldError[] {
  return variables.flatMap((variable, i) => {
    if (!isObject(variable)) return [];
    const at = `variables[${i}]`;
    if (variable.key === undefined && variable.name === undefined)
      return [{ field: `${at}.key`, code: "required", message: `${at}.key is required.` }];
    if (variable.key === undefined || variable.name === undefined) return [];
    const message = `${at}.key and ${at}.name are two words for one thing: give one of them.`;
    return [{ field: `${at}.name`, code: "conflict", message }];
  });
}

function toVariable({ key, name, type, fallback_value, default: standard }: VariableBody): RawVariable {
  return {
    key: key ?? name ?? "",
    ...(key === undefined && { called: "name" }),
    ...(type !== undefined && { type }),
    fallback: fallback_value ?? standard,
  };
}

function listOf(value: string | string[] | null): string[] {
  if (value === null || value === "") return [];
  return typeof value === "string" ? [value] : value;
}
