import { queryOptions } from "@tanstack/react-query";
import { answered, openGuest } from "../api/client";

/** How people sign in here. */
export const methodsQuery = queryOptions({
  queryKey: ["sign-in-methods"],
  queryFn: ({ signal }) => answered(openGuest().GET("/api/v1/sign-in-methods", { signal })),
  staleTime: Infinity,
});
