import { useCallback, useState } from "react";
import { later } from "../later/later";
import { type Toast, toasts } from "./toast";

const Shelf = later(() => import("./shelf"), "Shelf");

/** Shows toasts; the code for it comes with the first. */
export function Toaster() {
  const [told, setTold] = useState<Toast[]>([]);
  toasts.useHeard(useCallback((toast: Toast) => setTold((before) => [...before, toast]), []));
  return told.length > 0 && <Shelf told={told} />;
}
