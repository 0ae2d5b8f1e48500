import { SendexApiError, SendexConnectionError } from "@sendex/sdk/errors";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { CliError, failureOf, WRONG_USE } from "../failure";
import { askWho } from "../sign-in/who";
import { lookAtAccount } from "./account";
import { lookAtDomains } from "./domains";
import { type Finding, findingsAsText, ok, warning, wrong } from "./finding";
import { lookAtWebhooks } from "./webhooks";

export function doctorCommand(act: Act) {
  return command(
    "doctor",
    "Looks at the key, the account, its domains and its webhook endpoints; names what is wrong, each with its remedy.",
  )
    .option("--probe", "also sends each endpoint an event for testing, and waits for its answer")
    .action(({ probe = false }) => act((desk) => doctor(desk, probe)));
}

async function doctor(desk: Desk, probe: boolean): Promise<Result> {
  const findings = await examine(desk, probe);
  return {
    value: { findings },
    text: findingsAsText(findings),
    wrong: findings.some(({ state }) => state === "wrong"),
  };
}

/** What stands on what fails is not looked at. */
async function examine(desk: Desk, probe: boolean): Promise<Finding[]> {
  const key = await lookAtKey(desk);
  if (!key.goesOn) return key.findings;
  const client = desk.client();
  return [
    ...key.findings,
    ...(await lookAtAccount(client)),
    ...(await lookAtDomains(client)),
    ...(await lookAtWebhooks(client, probe)),
  ];
}

/** @returns whether the rest can be looked at */
async function lookAtKey(desk: Desk): Promise<{ findings: Finding[]; goesOn: boolean }> {
  try {
    const connection = desk.connection();
    const { key, from, permission, mode } = await askWho(connection);
    const api = ok("api", `${connection.apiUrl} answers`);
    const may = `${key} (from ${from}) is valid, for ${mode} mail, and may do ${permission === "full" ? "everything" : "nothing but send"}`;
    if (permission === "full") return { findings: [api, ok("key", may)], goesOn: true };
    const remedy = "Use a full key to have domains and endpoints looked at; for sending this one is right.";
    return { findings: [api, warning("key", may, remedy)], goesOn: false };
  } catch (error) {
    return { findings: [troubleOf(error)], goesOn: false };
  }
}

/** @throws what is no finding: something typed wrongly, or a fault of ours */
function troubleOf(error: unknown): Finding {
  const { message } = failureOf(error);
  if (error instanceof SendexConnectionError)
    return wrong(
      "api",
      message,
      "Start it, or correct the address: --api-url, SENDEX_API_URL or sendex login.",
    );
  if (error instanceof SendexApiError && error.status === 401)
    return wrong(
      "key",
      "The API does not know this key: it is mistyped, revoked, or another installation's.",
      "Make one in the dashboard under API keys, then: sendex login.",
    );
  if (error instanceof CliError && error.slug !== WRONG_USE) return wrong("key", message, "sendex login");
  throw error;
}
