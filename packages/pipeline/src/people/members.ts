import type { Person } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { type Role, whyNotChange } from "@sendex/core/people/roles";
import { recordsTransaction } from "@sendex/data/database/transaction";
import * as rows from "@sendex/data/people/members";
import type { Context } from "../context";

/** What is to become of a member; `role` null: removed. */
export interface MemberChange {
  accountId: string;
  userId: string;
  role: Role | null;
}

/**
 * Gives a member another role, or removes her, from the next request on.
 * @throws SendexError not_found, forbidden, unprocessable_entity (the last owner)
 */
export async function changeMember(
  context: Context,
  by: Person,
  { accountId, userId, role }: MemberChange,
): Promise<rows.MemberRow> {
  return recordsTransaction(context.data, async (records) => {
    const owners = await rows.countOwnersLocked(records, accountId);
    const member = await rows.findMember(records, accountId, userId);
    if (!member) throw new SendexError("not_found", "There is no such member.");
    refuse(whyNotChange(by.role, { role: member.role, to: role, owners }));
    if (role === null) await rows.removeMember(records, accountId, userId);
    else await rows.changeMemberRole(records, accountId, userId, role);
    return { ...member, role: role ?? member.role };
  });
}

function refuse(why: ReturnType<typeof whyNotChange>): void {
  if (why === "not_allowed") throw new SendexError("forbidden", "Only an owner changes who the owners are.");
  if (why === "last_owner")
    throw new SendexError(
      "unprocessable_entity",
      "An account keeps an owner: make another member one first.",
    );
}
