import type { Client } from "@sendex/sdk/client";
import { recordAsText } from "../domains/as-text";
import { type Domain, listDomains } from "../domains/find";
import { type Finding, ok, warning, wrong } from "./finding";

/** Each costs a request. */
const MOST_LOOKED_AT = 50;

/** Whether mail may be sent from some domain, and what DNS was last seen to say of each. */
export async function lookAtDomains(client: Client): Promise<Finding[]> {
  const listed = await listDomains(client);
  if (listed.length === 0)
    return [
      wrong(
        "domain",
        "the account has none, and mail leaves from verified domains alone",
        "Add one in the dashboard, and publish its DNS records.",
      ),
    ];
  const domains: Domain[] = [];
  for (const { id } of listed.slice(0, MOST_LOOKED_AT)) domains.push(await client.domains.get(id));
  // One that is verified is enough to send.
  const canSend = listed.some(({ status }) => status === "verified");
  return domains.map((domain) =>
    domain.status === "verified" ? verified(domain) : unverified(domain, canSend),
  );
}

function verified({ name, records }: Domain): Finding {
  const open = records.filter(({ status }) => status !== "verified");
  if (open.length === 0) return ok("domain", `${name} is verified, and all of its DNS records are there`);
  const missing = [...new Set(open.map(({ record }) => record))].join(", ");
  return warning(
    "domain",
    `${name} is verified, without ${missing}`,
    `Publish, so that receivers trust its mail more:\n${open.map(recordAsText).join("\n")}`,
  );
}

function unverified({ name, status, records }: Domain, canSend: boolean): Finding {
  const open = records.filter((record) => record.status !== "verified");
  const says = `${name} is ${status === "failed" ? "not verified, and no longer looked at" : "not verified yet"}`;
  const remedy = `Publish these records, then: sendex domains check ${name}\n${open.map(recordAsText).join("\n")}`;
  return canSend ? warning("domain", says, remedy) : wrong("domain", says, remedy);
}
