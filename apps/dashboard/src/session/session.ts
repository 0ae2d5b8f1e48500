import { queryOptions } from "@tanstack/react-query";
import { plain } from "../api/plain";

/** What a member may do, in rising order. */
export const ROLES = ["viewer", "developer", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** An account that the person is a member of. */
export interface Membership {
  id: string;
  name: string;
  role: Role;
  standing: string;
}

export interface User {
  id: string;
  email: string;
  name: string;
  operator: boolean;
  two_factor_enabled: boolean;
}

/** `GET /api/v1/session`. */
export interface Session {
  csrf_token: string;
  expires_at: string;
  user: User;
  accounts: Membership[];
}

export const SESSION_KEY = ["session"];

/** The person's session; a Problem of status 401 where there is none. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }) => (await plain("/api/v1/session", { signal })) as Session,
  staleTime: 60_000,
  refetchOnWindowFocus: "always",
});
