import { Option } from "@commander-js/extra-typings";
import type { Client } from "@sendex/sdk/client";
import type { ListedEmail } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act, Result } from "../desk";
import { table } from "../show/table";
import { text, wholeNumber } from "../values";

const STATUSES = [
  ...["scheduled", "held", "queued", "sending", "deferred", "sent"],
  ...["complained", "bounced", "failed", "delivered", "suppressed", "cancelled"],
] as const;
const MOST = 100;

type Query = NonNullable<Parameters<Client["emails"]["list"]>[0]>;

export function listCommand(act: Act) {
  return command(
    "list",
    "Lists emails, the newest first.",
    "emails list --status bounced --created-after 2026-03-01T00:00:00Z",
  )
    .addOption(new Option("--status <word>", "only those with this status").choices(STATUSES))
    .option("--recipient <address>", "only those to this address", text)
    .option("--sender <address>", "only those from this address", text)
    .option("--tag <name:value>", "only those with this tag", text)
    .option("--metadata <name:value>", "only those with this in their metadata", text)
    .option("--created-after <time>", "ISO 8601", text)
    .option("--created-before <time>", "ISO 8601", text)
    .option("--q <text>", "only those with this in the subject", text)
    .option("--limit <n>", "how many (default: 25)", wholeNumber(1, MOST))
    .option("--after <id>", "goes on after this one", text)
    .action((options) =>
      act(async (desk) => {
        const { createdAfter, createdBefore, ...rest } = options;
        const query: Query = {
          ...rest,
          ...(createdAfter !== undefined && { created_after: createdAfter }),
          ...(createdBefore !== undefined && { created_before: createdBefore }),
        };
        return shown(await desk.client().emails.list(query));
      }),
    );
}

function shown(list: { data: ListedEmail[]; has_more: boolean }): Result {
  const rows = table(
    {
      id: ({ id }) => id,
      created: ({ created_at }) => created_at,
      status: ({ status }) => status,
      to: ({ to }) => (to.length > 1 ? `${to[0]} +${to.length - 1}` : (to[0] ?? null)),
      subject: ({ subject }) => subject,
    },
    list.data,
    "No email is like that.",
  );
  const more = list.has_more ? `\nThere are more: --after ${list.data.at(-1)?.id ?? ""}` : "";
  return { value: list, text: rows + more };
}
