import { DAY_MS } from "@sendex/kit/day";
import { forgetPersonMails } from "@sendex/data/people/mails";
import { forgetEnded } from "@sendex/data/people/sessions";
import type { Context } from "../context";

const MAILS_KEPT_DAYS = 30;
const BATCH = 1_000;

/** Removes sessions, proofs and mails to people that are over; how many. */
export async function forgetPeoplesPast({ data, clock }: Context): Promise<number> {
  const now = clock();
  const ended = await forgetEnded(data, now, BATCH);
  return ended + (await forgetPersonMails(data, new Date(now.getTime() - MAILS_KEPT_DAYS * DAY_MS), BATCH));
}
