const OPERATORS = "/operator";
/** About the person, not about an account. */
const OWN = ["/settings/security", "/settings/sessions"] as const;

/** Where an operator who is a member of no account is led instead of to an account's page; undefined: she may stay. */
export function placeWithoutAccount(path: string) {
  if (path === OPERATORS || path.startsWith(`${OPERATORS}/`) || OWN.some((page) => page === path))
    return undefined;
  return path.startsWith("/settings") ? OWN[0] : OPERATORS;
}
