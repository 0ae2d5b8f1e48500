import { listAudit } from "@sendex/data/access/audit";
import { listOperators } from "@sendex/data/access/operators";
import { openAppeals } from "@sendex/data/reputation/appeals";
import { openCases } from "@sendex/data/reputation/review-cases";
import { decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { changeTier } from "@sendex/pipeline/reputation/change-tier";
import { decideCase } from "@sendex/pipeline/reputation/decide-case";
import { addOperator, removeOperator } from "@sendex/pipeline/access/operators";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { accountOf } from "./account-of";
import { actor } from "./actor";
import { required, UsageError } from "./arguments";
import type { Command, Desk } from "./command";

const ACCOUNT = "--account ID|EMAIL";
const LISTED = 100;

/** What an operator decides about accounts, their appeals, and who else may. */
export const ACCOUNT_COMMANDS: Record<string, Command> = {
  "account show": {
    usage: `account show ${ACCOUNT} [--json]`,
    about:
      "Shows an account's standing with all that it rests on: rate, guideline, pauses, suspension, appeals.",
    run: show,
  },
  "account suspend": {
    usage: `account suspend ${ACCOUNT} --reason TEXT [--json]`,
    about: "Suspends an account at once; its owner is told the reason by mail and by webhook.",
    run: suspendAccount,
  },
  "account reinstate": {
    usage: `account reinstate ${ACCOUNT} [--note TEXT] [--json]`,
    about: "Ends a suspension: what is held goes out, and the bounce rate begins anew.",
    run: reinstateAccount,
  },
  "account tier": {
    usage: `account tier ${ACCOUNT} [--tier new|trusted] [--guideline N|none] [--json]`,
    about: "Gives an account another tier, or a daily guideline of its own.",
    run: tier,
  },
  "source resume": {
    usage: `source resume KEY_ID|TEMPLATE_ID ${ACCOUNT} [--json]`,
    about: "Lets a paused key or template go on.",
    run: resume,
  },
  "appeal list": {
    usage: "appeal list [--json]",
    about: "Lists the appeals that wait for a decision, the oldest first.",
    run: async ({ context }) => ({ data: await openAppeals(context.data, "", LISTED) }),
  },
  "appeal grant": {
    usage: "appeal grant APPEAL_ID [--note TEXT] [--json]",
    about: "Grants an appeal, which reinstates its account.",
    run: (desk, flags, [id]) => decide(desk, flags, id, true),
  },
  "appeal deny": {
    usage: "appeal deny APPEAL_ID [--note TEXT] [--json]",
    about: "Denies an appeal; the note goes to the owner.",
    run: (desk, flags, [id]) => decide(desk, flags, id, false),
  },
  "case list": {
    usage: "case list [--json]",
    about: "Lists the messages that the content review wants a decision on, the oldest first.",
    run: async ({ context }) => ({ data: await openCases(context.data, "", LISTED) }),
  },
  "case legitimate": {
    usage: "case legitimate CASE_ID [--note TEXT] [--json]",
    about: "Closes a case as a false alarm, and ends the suspension that it caused.",
    run: (desk, flags, [id]) => closeCase(desk, flags, id, "legitimate"),
  },
  "case abuse": {
    usage: "case abuse CASE_ID [--note TEXT] [--json]",
    about: "Closes a case as abuse, which suspends the account.",
    run: (desk, flags, [id]) => closeCase(desk, flags, id, "abuse"),
  },
  "operator create": {
    usage: "operator create NAME [--json]",
    about: "Makes a key for /admin, which is shown only here.",
    run: async ({ context }, _flags, words) => {
      if (words.length === 0) throw new UsageError("Whose key? Give a name.");
      return addOperator(context, words.join(" "), actor());
    },
  },
  "operator list": {
    usage: "operator list [--json]",
    about: "Lists who may use /admin.",
    run: async ({ context }) => ({ data: await listOperators(context.data) }),
  },
  "operator revoke": {
    usage: "operator revoke OPERATOR_ID [--json]",
    about: "Ends an operator's key at once.",
    run: async ({ context }, _flags, [id = ""]) => {
      if (!(await removeOperator(context, id, actor())))
        throw new UsageError("There is no such operator, or it was revoked before.");
      return { id, revoked: true };
    },
  },
  "audit list": {
    usage: `audit list [${ACCOUNT}] [--json]`,
    about: `Lists what operators did, the latest ${LISTED} first.`,
    run: async (desk, flags) => {
      const account = flags.has("account") ? { accountId: (await accountOf(desk, flags)).id } : {};
      return { data: (await listAudit(desk.context.data, { ...account, limit: LISTED })).data };
    },
  },
};

async function show(desk: Desk, flags: Map<string, string>): Promise<object> {
  return (await readAccount(desk.context, (await accountOf(desk, flags)).id)) ?? {};
}

async function suspendAccount(desk: Desk, flags: Map<string, string>): Promise<object> {
  const reason = required(flags, "reason");
  const id = (await accountOf(desk, flags)).id;
  if (!(await suspend(desk.context, id, { cause: "operator", reason, evidence: {} }, actor())))
    throw new UsageError("The account is suspended already.");
  return { id, standing: "suspended", reason };
}

async function reinstateAccount(desk: Desk, flags: Map<string, string>): Promise<object> {
  const accountId = (await accountOf(desk, flags)).id;
  if (!(await reinstate(desk.context, { accountId, by: actor(), note: flags.get("note") ?? null })))
    throw new UsageError("The account is not suspended.");
  return { id: accountId, standing: "active" };
}

async function tier(desk: Desk, flags: Map<string, string>): Promise<object> {
  const accountId = (await accountOf(desk, flags)).id;
  const word = flags.get("guideline");
  const guideline = word === undefined ? undefined : word === "none" ? null : Number(word);
  if (typeof guideline === "number" && !(Number.isInteger(guideline) && guideline > 0))
    throw new UsageError("--guideline is a whole number of recipients a day, or none.");
  const to = flags.get("tier");
  if (to === undefined && guideline === undefined) throw new UsageError("Give --tier, --guideline, or both.");
  await changeTier(desk.context, {
    accountId,
    by: actor(),
    ...(to === undefined ? {} : { tier: to }),
    ...(guideline === undefined ? {} : { guideline }),
  });
  return (await readAccount(desk.context, accountId)) ?? {};
}

async function resume(desk: Desk, flags: Map<string, string>, [sourceId = ""]: string[]): Promise<object> {
  const accountId = (await accountOf(desk, flags)).id;
  await resumeSource(desk.context, { accountId, sourceId, operator: actor() });
  return { id: sourceId, resumed: true };
}

async function decide(
  { context }: Desk,
  flags: Map<string, string>,
  id: string | undefined,
  granted: boolean,
): Promise<object> {
  if (id === undefined) throw new UsageError("Which appeal? appeal list has their ids.");
  return decideAppeal(context, { id, granted, by: actor(), note: flags.get("note") ?? null });
}

async function closeCase(
  { context }: Desk,
  flags: Map<string, string>,
  id: string | undefined,
  decision: "legitimate" | "abuse",
): Promise<object> {
  if (id === undefined) throw new UsageError("Which case? case list has their ids.");
  return decideCase(context, { id, decision, by: actor(), note: flags.get("note") ?? null });
}
