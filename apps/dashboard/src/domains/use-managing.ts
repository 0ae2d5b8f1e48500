import { useCurrent, useMay } from "../session/current";

/** Whether the person may add and delete domains here: both worlds use them, and the live one is where they are kept. */
export function useManaging(): boolean {
  const { mode } = useCurrent();
  return useMay("developer") && mode === "live";
}
