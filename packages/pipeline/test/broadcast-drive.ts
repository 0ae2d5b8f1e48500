import { putContact } from "@sendex/pipeline/audiences/contacts";
import { makeBroadcast } from "@sendex/pipeline/audiences/broadcasts";
import type { BroadcastWish } from "@sendex/pipeline/audiences/broadcast-words";
import { sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { runBroadcasts } from "@sendex/pipeline/audiences/run-broadcasts";
import { makeSegment } from "@sendex/pipeline/audiences/segments";
import { findBroadcast, type BroadcastRow } from "@sendex/data/audiences/broadcasts";
import { plain } from "@sendex/data/database/pools";
import type { Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";

/** A segment with contacts `c1@example.com` and so on; its id. */
export async function makeAudience({ test, caller }: Drive, count: number): Promise<string> {
  const { id } = await makeSegment(test.context, caller, "Customers");
  for (let i = 1; i <= count; i += 1)
    await putContact(test.context, caller, {
      address: `c${i}@example.com`,
      firstName: `C${i}`,
      segments: [id],
    });
  // Who is a contact when it begins gets it.
  test.clock.advance(1_000);
  return id;
}

export async function draftBroadcast(drive: Drive, wish: BroadcastWish): Promise<string> {
  const words = {
    ...{ name: "News", from: `news@${drive.account.domain}`, subject: "Hi {{ first_name }}" },
    ...{ html: "<p>Hello {{{contact.first_name|there}}}</p>", ...wish },
  };
  return (await makeBroadcast(drive.test.context, drive.caller, words)).id;
}

/** A broadcast that was sent to a segment of its own. */
export async function startBroadcast(drive: Drive, count: number, wish: BroadcastWish = {}): Promise<string> {
  const id = await draftBroadcast(drive, { segmentId: await makeAudience(drive, count), ...wish });
  await sendBroadcast(drive.test.context, drive.caller, id);
  return id;
}

export async function broadcastOf({ test, caller }: Drive, id: string): Promise<BroadcastRow> {
  const found = await findBroadcast(test.context.data, caller, id);
  if (!found) throw new Error(`there is no broadcast ${id}`);
  return found;
}

/** Turns of the scheduler, and of the send worker, until the broadcast is in this state. */
export async function runUntil(
  drive: Drive,
  id: string,
  state: BroadcastRow["state"],
): Promise<BroadcastRow> {
  for (let turns = 0; turns < 50; turns += 1) {
    const found = await broadcastOf(drive, id);
    if (found.state === state) return found;
    await runBroadcasts(drive.test.context);
    await sendDue(drive);
    drive.test.clock.advance(1_000);
  }
  throw new Error(`it did not become ${state}: ${JSON.stringify(await broadcastOf(drive, id))}`);
}

export interface MadeMail {
  address: string;
  status: string;
  reason: string | null;
  subject: string;
}

/** A broadcast's mails, by address. */
export async function mailsOf({ test, account }: Drive, id: string): Promise<MadeMail[]> {
  const { rows } = await plain(test.context.data).query<MadeMail>(
    `SELECT r.address, r.status, r.reason, m.subject FROM messages m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
     WHERE m.account_id = $1 AND m.broadcast_id = $2 ORDER BY length(r.address), r.address`,
    [account.accountId, id],
  );
  return rows;
}
