import { createRoute } from "@tanstack/react-router";
import { page } from "../routing/page";
import { doorRoute } from "../routing/root";
import { given, type Search, textIn } from "../routing/search";

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/sign-in",
    validateSearch: (search: Search) =>
      given({ next: ownPath(textIn(search, "next")), error: textIn(search, "error") }),
    component: page("people", () => import("./pages/sign-in"), "SignInPage"),
  }),
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/sign-up",
    component: page("people", () => import("./pages/sign-up"), "SignUpPage"),
  }),
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/forgot-password",
    component: page("people", () => import("./pages/forgot-password"), "ForgotPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/reset-password",
    validateSearch: readToken,
    component: page("people", () => import("./pages/reset-password"), "ResetPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/accept-invitation",
    validateSearch: readToken,
    component: page("people", () => import("./pages/invitation"), "InvitationPage"),
  }),
  createRoute({
    getParentRoute: () => doorRoute,
    path: "/confirm-sign-up",
    validateSearch: readToken,
    component: page("people", () => import("./pages/confirm-sign-up"), "ConfirmSignUpPage"),
  }),
] as const;

/** Of a link in a mail. */
function readToken(search: Search): { token?: string } {
  return given({ token: textIn(search, "token") });
}

/** Where somebody wanted to go. `//evil.example` and `/\evil.example` are addresses of others. */
function ownPath(next: string | undefined): string | undefined {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : undefined;
}
