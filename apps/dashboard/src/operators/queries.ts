import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Admin } from "./admin";
import type * as answers from "./answers";
import type { AccountFilters, AuditFilters, LetterFilters } from "./filters";

/** Begins the key of all that operators read: it belongs to no account and no mode. */
export const ADMIN_KEY = ["admin"];

const PAGE_SIZE = 50;
const MOST = 100;
/** What stands still is seen within 30 s; a page that is looked at shows it in 5. */
const WATCH_MS = 5_000;
const WATCH_SLOWLY_MS = 15_000;

/** A list that goes on after the last row's id. */
function paged<Row extends { id: string }>(admin: Admin, path: string, filters: object = {}) {
  return infiniteQueryOptions({
    queryKey: [...ADMIN_KEY, path, filters],
    queryFn: ({ pageParam, signal }) =>
      admin<answers.List<Row>>(path, { query: { limit: PAGE_SIZE, after: pageParam, ...filters }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

/** What is read anew while it is looked at. */
function watched<Answer>(admin: Admin, path: string, refetchInterval: number, query?: { limit: number }) {
  return queryOptions({
    queryKey: [...ADMIN_KEY, path, "now"],
    queryFn: ({ signal }) => admin<Answer>(path, { signal, ...(query && { query }) }),
    refetchInterval,
  });
}

function one<Answer>(admin: Admin, path: string) {
  return queryOptions({
    queryKey: [...ADMIN_KEY, path],
    queryFn: ({ signal }) => admin<Answer>(path, { signal }),
  });
}

export const systemQuery = (admin: Admin) => watched<answers.System>(admin, "/system", WATCH_MS);
export const holdsQuery = (admin: Admin) =>
  watched<answers.List<answers.Held>>(admin, "/holds", WATCH_SLOWLY_MS);
export const pacesQuery = (admin: Admin) => watched<answers.List<answers.Pace>>(admin, "/paces", WATCH_MS);
export const ledgerQuery = (admin: Admin) =>
  watched<answers.List<answers.LedgerHour>>(admin, "/ledger", WATCH_SLOWLY_MS);
/** The first hundred that wait, to be counted. */
export const openCasesQuery = (admin: Admin) =>
  watched<answers.List<answers.Case>>(admin, "/cases", WATCH_SLOWLY_MS, { limit: MOST });
export const openAppealsQuery = (admin: Admin) =>
  watched<answers.List<answers.AccountAppeal>>(admin, "/appeals", WATCH_SLOWLY_MS, { limit: MOST });

export const accountsQuery = (admin: Admin, filters: AccountFilters) =>
  paged<answers.ListedAccount>(admin, "/accounts", filters);
export const casesQuery = (admin: Admin) => paged<answers.Case>(admin, "/cases");
export const appealsQuery = (admin: Admin) => paged<answers.AccountAppeal>(admin, "/appeals");
export const auditQuery = (admin: Admin, filters: AuditFilters) =>
  paged<answers.AuditAnswer>(admin, "/audit", filters);
export const lettersQuery = (admin: Admin, { kind = "recipient" }: LetterFilters) =>
  paged<answers.DeadLetter>(admin, "/dead-letters", { kind });

export const accountQuery = (admin: Admin, id: string) =>
  one<answers.OperatorAccount>(admin, `/accounts/${id}`);
export const creditsQuery = (admin: Admin, id: string) =>
  one<answers.Credits>(admin, `/accounts/${id}/credits`);
export const caseQuery = (admin: Admin, id: string) => one<answers.Case>(admin, `/cases/${id}`);
/** Reading it is an act: it stands in the account's audit log. */
export const caseMailQuery = (admin: Admin, id: string) => ({
  ...one<answers.CaseMail>(admin, `/cases/${id}/mail`),
  staleTime: Infinity,
});
