import { useMemo, useRef } from "react";
import { marksOf, type Problem } from "../../diagnostics";

/** Where the cursor is to go for a problem of this part; the text at that moment counts. */
export function useJump(asked: Problem | undefined, field: string, text: string): { to: number } | undefined {
  const latest = useRef(text);
  latest.current = text;
  return useMemo(() => {
    const [mark] = asked ? marksOf([asked], field, latest.current) : [];
    return mark && { to: mark.from };
  }, [asked, field]);
}
