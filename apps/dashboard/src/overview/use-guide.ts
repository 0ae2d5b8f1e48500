import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useApi } from "../api/api";
import { useMay } from "../session/current";
import { overviewKey } from "./queries";
import type { OverviewView } from "./view";

/**
 * Whether the guide to a first mail is shown: where none was sent, and then until somebody leaves it, so that the mail is
 * seen arriving; or where it is asked for.
 */
export function useGuide(view: OverviewView, empty: boolean | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate({ from: "/overview" });
  const may = useMay("developer");
  const [begun, begin] = useState<boolean>();
  if (empty && begun === undefined) begin(true);
  const leave = async () => {
    await queries.invalidateQueries({ queryKey: overviewKey(api) });
    begin(false);
    await navigate({ search: { ...view, guide: undefined }, replace: true });
  };
  return { shown: may && (begun === true || view.guide === true), leave: () => void leave() };
}
