import type { Context } from "../context";

/** What a mail's link opens; each is a page of the dashboard. */
type Page = "accept-invitation" | "reset-password" | "confirm-sign-up" | "sign-in" | "alerts";

export function linkTo({ settings }: Context, page: Page, token?: string): string {
  const url = new URL(`/${page}`, settings.publicUrl);
  if (token !== undefined) url.searchParams.set("token", token);
  return url.href;
}
