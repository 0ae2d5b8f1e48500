import type { TemplateDraftPreview } from "@sendex/sdk/generated/api";
import type { Mark } from "../ui/writing/code/mark";

export type Problem = TemplateDraftPreview["problems"][number];

/** Problems of one part of a template, each at its place in that text; without a place, at the first line. */
export function marksOf(problems: readonly Problem[], field: string, text: string): Mark[] {
  const lines = text.split("\n");
  return problems
    .filter((problem) => problem.field === field)
    .map(({ line, column, message, kind }) => {
      const at = Math.min(Math.max(line ?? 1, 1), lines.length);
      const start = lines.slice(0, at - 1).reduce((sum, { length }) => sum + length + 1, 0);
      const length = (lines[at - 1] ?? "").length;
      const offset = Math.min(Math.max((column ?? 1) - 1, 0), length);
      return { from: start + offset, to: start + length, message, severity: severityOf(kind) };
    });
}

/** A value that is missing stops no template from being saved. */
export function severityOf(kind: Problem["kind"]): Mark["severity"] {
  return kind === "missing" || kind === "type" ? "warning" : "error";
}

/** The variable that a problem is about: `values.order.id` is about `order`. */
export function variableOf({ field }: Pick<Problem, "field">): string | undefined {
  return /^values\.([A-Za-z_]\w*)/.exec(field)?.[1];
}
