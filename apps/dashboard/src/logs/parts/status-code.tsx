import { Check, CircleAlert, type LucideIcon, X } from "lucide-react";
import { Badge } from "../../ui/text/badge";
import type { Meaning } from "../../ui/text/status";

/** A status of HTTP: what it means by its colour and, for those who see no colour, by its sign. */
export function StatusCode({ status }: { status: number }) {
  const [meaning, icon] = signOf(status);
  return (
    <Badge meaning={meaning} icon={icon}>
      {status}
    </Badge>
  );
}

function signOf(status: number): [Meaning, LucideIcon] {
  if (status >= 500) return ["bad", X];
  return status >= 400 ? ["late", CircleAlert] : ["good", Check];
}
