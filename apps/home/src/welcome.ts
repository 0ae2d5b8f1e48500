import type { DevJson } from "./dev-json";

/** What a person needs next, for the terminal. `home` is where the data lies. */
export function welcome(dev: DevJson, home: string): string {
  const mail =
    dev.sandboxUrl === undefined
      ? "  Mail       goes out through Amazon SES (SES_MODE=aws)"
      : `  Inbox      ${dev.sandboxUrl}   what would have gone out: nothing leaves this machine`;
  return `
  Dashboard  ${dev.dashboardUrl}
    sign in  ${dev.account.email}   ${dev.account.password}
    operator ${dev.operator.email}   ${dev.operator.password}
  API        ${dev.apiUrl}   described at ${dev.apiUrl}/reference
${mail}
  SMTP       ${dev.smtp.host}:${dev.smtp.port}   any user name, an API key as the password
  API key    ${dev.apiKeys.full}
  Send from  anything@${dev.domain}

Send a mail:

${curl(dev)}

Everything else a script needs is in ${home}/dev.json; logs are in ${home}/logs.
Ctrl-C ends all of it; the data stays.
`;
}

/** A command for a POSIX shell that sends one mail when pasted. */
export function curl(dev: Pick<DevJson, "apiUrl" | "apiKeys" | "domain">): string {
  const mail = {
    from: `hello@${dev.domain}`,
    to: "someone@example.com",
    subject: "Hello from Sendex",
    text: "It works.",
  };
  return [
    `  curl -s ${dev.apiUrl}/api/v1/emails \\`,
    `    -H 'Authorization: Bearer ${dev.apiKeys.full}' \\`,
    `    -H 'Content-Type: application/json' \\`,
    `    -d '${JSON.stringify(mail)}'`,
  ].join("\n");
}
