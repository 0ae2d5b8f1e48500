interface Parts {
  /** Of the API. */
  origin: string;
  token: string;
  /** A domain that the key may send from; without one, a place to write it into. */
  domain: string | undefined;
  to: string;
}

const ANY_DOMAIN = "your-domain.example";

/** A first mail by curl, ready to paste into a shell. */
export function curlOf({ origin, token, domain = ANY_DOMAIN, to }: Parts): string {
  const mail = { from: `hello@${domain}`, to, subject: "Hello from Sendex", text: "It works." };
  return [
    `curl ${origin}/api/v1/emails \\`,
    `  -H ${quoted(`Authorization: Bearer ${token}`)} \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(JSON.stringify(mail))}`,
  ].join("\n");
}

/** One word of a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
