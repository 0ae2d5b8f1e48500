import { createRootRoute, createRoute } from "@tanstack/react-router";

/** Every page. `app/router.tsx` says how they look. */
export const rootRoute = createRootRoute();

/** Pages of a signed-in person: with navigation, account and mode. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: "shell" });

/** Pages of people who are not signed in yet. */
export const doorRoute = createRoute({ getParentRoute: () => rootRoute, id: "door" });
