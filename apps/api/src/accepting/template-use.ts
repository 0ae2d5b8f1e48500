import { fillTemplate, type Filling, type TemplateUse } from "@sendex/pipeline/templates/fill";
import type { Exchange } from "../http/endpoint";
import { isObject } from "@sendex/kit/loose";

/**
 * What became of the template that a mail names; undefined where it names none, or in a shape that the schema refuses.
 * @throws SendexError service_unavailable
 */
export async function fillingOf(
  { context, caller }: Pick<Exchange, "context" | "caller">,
  body: unknown,
): Promise<Filling | undefined> {
  const use = templateUse(body);
  return use && fillTemplate(context, caller, use);
}

/** Both forms, on both surfaces: `template` + `template_data`, and `template: {id, variables}`. */
export function templateUse(body: unknown): TemplateUse | undefined {
  if (!isObject(body)) return undefined;
  const { template, template_data: data } = body;
  if (template === undefined || template === null) return undefined;
  if (typeof template === "string")
    return { ref: template, data: dataOf(data), refField: "template", dataField: "template_data" };
  if (!isObject(template) || typeof template["id"] !== "string") return undefined;
  const { id, variables } = template;
  return (variables ?? null) === null && (data ?? null) !== null
    ? { ref: id, data: dataOf(data), refField: "template.id", dataField: "template_data" }
    : { ref: id, data: dataOf(variables), refField: "template.id", dataField: "template.variables" };
}

function dataOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
