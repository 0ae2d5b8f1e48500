import type { Mode } from "@sendex/core/accepting/message";
import { firstHour, startOfDay } from "@sendex/kit/day";
import {
  type Counts,
  percentOf,
  rateSpanStart,
  SUSPENSION,
  WARNING_PERCENT,
} from "@sendex/core/reputation/rate";
import { heldUntil } from "@sendex/core/reputation/standing";
import {
  guidelineOf,
  isTier,
  PROMOTION,
  type Requirement,
  unmetRequirements,
} from "@sendex/core/reputation/tier";
import { type AccountState, findAccountState } from "@sendex/data/accounts/accounts";
import {
  type AppealRow,
  findSuspension,
  listAppeals,
  type SuspensionRow,
} from "@sendex/data/reputation/appeals";
import type { SmtpDoor } from "@sendex/core/smtp/door";
import { countAccepted, countRates } from "@sendex/data/reputation/rates";
import { countHeldOf } from "@sendex/data/overview";
import { listPauses, type PauseRow } from "@sendex/data/reputation/source-pauses";
import { logoUrl, readLook } from "../audiences/brand";
import type { Context } from "../context";

/** An account with everything that its standing rests on. */
export interface AccountView {
  account: AccountState;
  /** How its readers see it. */
  brand: { name: string | null; color: string | null; logoUrl: string | null };
  /** Where its programs hand mail over; null: nowhere. */
  smtp: SmtpDoor | null;
  /** Of the mail that the figures count. */
  mode: Mode;
  /** Recipients a UTC day, and those of today. */
  guideline: number;
  acceptedToday: number;
  rate: Counts & {
    percent: number;
    windowDays: number;
    warning: number;
    suspension: number;
    minSent: number;
  };
  /** What is missing to become trusted; null: it is. */
  unmet: Requirement[] | null;
  pauses: PauseRow[];
  suspension: (SuspensionRow & { heldUntil: Date; held: number; appeals: AppealRow[] }) | null;
}

/**
 * Undefined where there is no such account. Its figures are those of mail of this mode; standing rests on live mail
 * alone, so that of test mail nothing but the standing itself is told.
 */
export async function readAccount(
  context: Context,
  accountId: string,
  mode: Mode = "live",
): Promise<AccountView | undefined> {
  const { data, clock } = context;
  const now = clock();
  const account = await findAccountState(data, accountId);
  if (!account) return undefined;
  const [counts, acceptedToday, pauses, suspension, look] = await Promise.all([
    countRates(
      data,
      [
        { accountId, since: rateSpanStart(now, mode === "live" ? account.rateSince : null) },
        { accountId, since: firstHour(now, PROMOTION.windowDays) },
      ],
      mode,
    ),
    countAccepted(data, accountId, startOfDay(now), mode),
    listPauses(data, accountId),
    findSuspension(data, accountId),
    readLook(context, accountId),
  ]);
  const [rate = NOTHING, promotion = NOTHING] = counts;
  const suspended = account.standing === "suspended";
  const facts = { tier: account.tier, suspended, createdAt: account.createdAt, ...promotion };
  return {
    account,
    smtp: context.settings.publicSmtp ?? null,
    brand: { name: look.name, color: look.color, logoUrl: logoUrl(context.settings, look) },
    mode,
    guideline: guidelineOf(account.tier, account.guideline),
    acceptedToday,
    rate: {
      ...rate,
      percent: percentOf(rate),
      windowDays: SUSPENSION.windowDays,
      warning: WARNING_PERCENT,
      suspension: SUSPENSION.percent,
      minSent: SUSPENSION.minSent,
    },
    unmet:
      mode === "live" && isTier(account.tier) && account.tier === "new"
        ? unmetRequirements(facts, now)
        : null,
    pauses: mode === "live" ? pauses : pauses.map((pause) => ({ ...pause, ...UNTOLD })),
    suspension: suspension ? await shownSuspension(context, suspension, mode) : null,
  };
}

async function shownSuspension(
  { data }: Context,
  suspension: SuspensionRow,
  mode: Mode,
): Promise<AccountView["suspension"]> {
  const { accountId, id, createdAt } = suspension;
  const [held, appeals] = await Promise.all([
    countHeldOf(data, accountId, MOST_HELD),
    listAppeals(data, accountId, id),
  ]);
  const evidence = mode === "live" ? {} : UNTOLD;
  return { ...suspension, ...evidence, heldUntil: heldUntil(createdAt), held, appeals };
}

/** What a decision rests on is live mail. */
export const UNTOLD = { evidence: {} };
/** Held recipients are counted up to here. */
export const MOST_HELD = 10_000;

const NOTHING: Counts = { sent: 0, hurt: 0 };
