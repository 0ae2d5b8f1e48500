import type { Session as ApiSession } from "@sendex/sdk/generated/api";
import { queryOptions } from "@tanstack/react-query";
import { answered, openGuest } from "../api/client";

/** `GET /api/v1/session`. */
export type Session = ApiSession;
export type User = Session["user"];
/** An account that the person is a member of. */
export type Membership = Session["accounts"][number];
export type Role = Membership["role"];

/** What a member may do, in rising order. */
export const ROLES: readonly Role[] = ["viewer", "developer", "admin", "owner"];

export const SESSION_KEY = ["session"];

/** The person's session; a Problem of status 401 where there is none. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ signal }) => answered(openGuest().GET("/api/v1/session", { signal })),
  staleTime: 60_000,
  refetchOnWindowFocus: "always",
});
