import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/api";
import { isSettled } from "./arrival";
import { progressOf } from "./progress";
import { arrivalQuery, domainsQuery, newestQuery } from "./queries";

/** How far the first mail is, as the API knows it. */
export function useFirstMail() {
  const api = useApi();
  const domains = useQuery(domainsQuery(api));
  const [token, setToken] = useState<string>();
  const arrived = useNextMail();
  const list = domains.data?.data ?? [];
  const verified = list.find(({ status }) => status === "verified");
  const facts = {
    domain: verified !== undefined,
    key: token !== undefined,
    sent: arrived !== undefined,
    settled: arrived !== undefined && isSettled(arrived),
  };
  return {
    domains,
    verified,
    pending: list.find(({ status }) => status !== "verified"),
    token,
    setToken,
    arrived,
    progress: progressOf(facts),
  };
}

/** The mail that comes after this page was opened. */
function useNextMail() {
  const api = useApi();
  const [found, setFound] = useState<string>();
  const [before, setBefore] = useState<string | null>();
  const { data: newest } = useQuery(newestQuery(api, found === undefined));
  if (before === undefined && newest !== undefined) setBefore(newest);
  if (before !== undefined && newest && newest !== before && found === undefined) setFound(newest);
  return useQuery(arrivalQuery(api, found)).data;
}
