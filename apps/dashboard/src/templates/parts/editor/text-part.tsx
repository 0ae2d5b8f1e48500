import { useMemo } from "react";
import { TextPart as Writing } from "../../../ui/writing/text-part";
import { marksOf } from "../../diagnostics";
import { toTest } from "../../variables";
import type { PartProps } from "./part";
import { useJump } from "./use-jump";

/** The plain text, with what is wrong in it. */
export function TextPart({ editing, readOnly, asked }: PartProps) {
  const { draft, set, problems, seen, values, preview } = editing;
  const text = draft.text ?? "";
  const marks = useMemo(() => marksOf(problems, "text", text), [problems, text]);
  return (
    <Writing
      text={draft.text}
      change={(next) => set({ text: next })}
      made={preview.data?.text ?? ""}
      words={{ variables: toTest(draft.variables, seen).map(({ key }) => key), values }}
      marks={marks}
      jump={useJump(asked, "text")}
      readOnly={readOnly}
    />
  );
}
