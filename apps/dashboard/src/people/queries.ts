import { queryOptions } from "@tanstack/react-query";
import { plain } from "../api/plain";

/** `GET /api/v1/sign-in-methods`. */
export interface SignInMethods {
  password: boolean;
  sign_up: "closed" | "invite" | "open";
  /** A single sign-on, by the name that people know it by. */
  oidc: { name: string } | null;
}

export const methodsQuery = queryOptions({
  queryKey: ["sign-in-methods"],
  queryFn: async ({ signal }) => (await plain("/api/v1/sign-in-methods", { signal })) as SignInMethods,
  staleTime: Infinity,
});
