const GROUP = /.{1,4}/g;

/** The secret of an `otpauth://` address in groups of four, as one types it. */
export function secretIn(uri: string): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (secret.match(GROUP) ?? []).join(" ");
}

/** The recovery codes as a file that says what they are for. */
export function codesFile(codes: readonly string[], email: string, origin: string): string {
  return [`Recovery codes of ${email} at ${origin}`, "Each works once.", "", ...codes, ""].join("\n");
}
