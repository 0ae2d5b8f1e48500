const SCHEME = "bearer ";

/** The key in an `Authorization` header (RFC 6750, 2.1); undefined where there is none. */
export function bearerKey(authorization: string | undefined): string | undefined {
  if (authorization?.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return undefined;
  const key = authorization.slice(SCHEME.length).trim();
  return key === "" ? undefined : key;
}
