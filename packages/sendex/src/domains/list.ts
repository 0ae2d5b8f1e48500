import { command } from "../command";
import type { Act } from "../desk";
import { table } from "../show/table";
import { listDomains } from "./find";

export function listCommand(act: Act) {
  return command("list", "Lists the domains that mail is sent from.").action(() =>
    act(async (desk) => {
      const data = await listDomains(desk.client());
      const text = table(
        {
          name: ({ name }) => name,
          status: ({ status }) => status,
          verified: ({ verified_at }) => verified_at,
          id: ({ id }) => id,
        },
        data,
        "There is no domain yet: add one in the dashboard, or with POST /api/v1/domains.",
      );
      return { value: { data }, text };
    }),
  );
}
