import type { ErrorComponentProps } from "@tanstack/react-router";
import { ErrorState } from "../../ui/feedback/error-state";

/** A page that broke; the rest of the dashboard goes on. */
export function Failed({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} retry={reset} />;
}
