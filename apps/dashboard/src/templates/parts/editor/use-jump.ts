import { useState } from "react";
import { marksOf, type Problem } from "../../diagnostics";

/** Where the cursor is to go for a problem of this part; the text at that moment counts. */
export function useJump(asked: Problem | undefined, field: string, text: string): { to: number } | undefined {
  const [known, setKnown] = useState<{ asked: Problem | undefined; jump: { to: number } | undefined }>();
  if (known === undefined || known.asked !== asked) {
    const [mark] = asked ? marksOf([asked], field, text) : [];
    setKnown({ asked, jump: mark && { to: mark.from } });
  }
  return known?.jump;
}
