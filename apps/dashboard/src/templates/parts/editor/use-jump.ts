import { useMemo } from "react";
import type { Problem } from "../../diagnostics";
import type { Place } from "../../../ui/writing/code/editor";

/** Where the cursor is to go for the problem that was asked for, if it is one of this part. */
export function useJump(asked: Problem | undefined, field: string): Place | undefined {
  return useMemo(() => {
    if (asked?.field !== field) return undefined;
    return { line: asked.line ?? 1, column: asked.column ?? 1 };
  }, [asked, field]);
}
