import { type Auth, openAuth } from "@sendex/auth/open";
import { acceptAllFor } from "@sendex/pipeline/people/accept-invitation";
import { mailReset, mayJoin, tellChange } from "@sendex/pipeline/people/security";
import type { Context } from "@sendex/pipeline/context";

/** How people sign in, over a context. It opens nothing. */
export function openPeoplesAuth(context: Context): Auth {
  const { data, clock, log, settings } = context;
  return openAuth({
    data,
    clock,
    log,
    pepper: settings.keyPepper,
    publicUrl: settings.publicUrl,
    ...(settings.oidc && { oidc: settings.oidc }),
    people: {
      sendReset: (user, token) => mailReset(context, user, token),
      passwordReset: (user) => tellChange(context, user, "password.reset"),
      mayJoin: (email) => mayJoin(context, email),
      joined: (user) => acceptAllFor(context, user),
    },
  });
}
