import { useState } from "react";

/** Whether it was ever opened: what is loaded then stays, so that it can close as it opened. */
export function useAsked(opened: boolean): boolean {
  const [asked, setAsked] = useState(opened);
  if (opened && !asked) setAsked(true);
  return asked;
}
