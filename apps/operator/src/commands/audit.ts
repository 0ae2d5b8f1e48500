import { listAudit } from "@sendex/data/access/audit";
import { accountOf } from "../account-of";
import { anAccountOption, command } from "../command";
import type { Act, Desk } from "../desk";

const LISTED = 100;

export function auditCommands(act: Act) {
  return [
    command("list", `Lists what operators did, the latest ${LISTED} first.`)
      .addOption(anAccountOption())
      .action((options) => act((desk) => list(desk, options.account))),
  ];
}

async function list(desk: Desk, account: string | undefined): Promise<object> {
  const about = account === undefined ? {} : { accountId: (await accountOf(desk, account)).id };
  return { data: (await listAudit(desk.context.data, { ...about, limit: LISTED })).data };
}
