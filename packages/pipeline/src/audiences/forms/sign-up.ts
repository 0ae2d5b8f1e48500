import type { Form, SignUpWish } from "@sendex/core/audiences/forms/form";
import { pendingEnd } from "@sendex/core/audiences/forms/form";
import type { MailLanguage } from "@sendex/core/audiences/forms/mail";
import { invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { accountTenant } from "@sendex/data/access/account-tenant";
import type { Tenant } from "@sendex/data/access/api-keys";
import { findContact } from "@sendex/data/audiences/contacts";
import { putPending, putSignUp } from "@sendex/data/audiences/forms/sign-ups";
import type { AudienceOwner } from "@sendex/data/audiences/segments";
import { transaction } from "@sendex/data/database/transaction";
import type { Context } from "../../context";
import { type ContactWish, checkWish, requireLists } from "../contacts";
import { askToConfirm, confirmationDraft } from "./ask";
import { confirmUrl } from "./confirm-link";
import { isWithinBounds } from "./within-bounds";

/** What somebody sent by a form: checked for its form, and not believed. */
export interface Posted {
  address: string;
  wish: Pick<SignUpWish, "firstName" | "lastName" | "properties">;
  language: MailLanguage;
  /** Undefined: not known. */
  network?: string;
}

/**
 * Somebody posted to a form. Whatever is known of the address, and whatever becomes of it, the caller is told the same:
 * what goes over a bound, or cannot be sent, leaves a line in the log and no other trace.
 */
export async function signUp(
  context: Context,
  { owner, form }: { owner: AudienceOwner; form: Form },
  { address, wish, language, network }: Posted,
): Promise<void> {
  const { accountId, mode } = owner;
  const tenant = await accountTenant(context.data, accountId, mode);
  const about = { accountId, formId: form.id };
  if (tenant?.standing !== "active") return;
  const counted = { accountId, address, formId: form.id, ...(network !== undefined && { network }) };
  if (!(await isWithinBounds(context, counted))) {
    context.log.warn({ ...about, network }, "a sign-up goes over a bound");
    return;
  }
  const { segments, topics, redirectUrl, from, templateId } = form;
  const asked = { formId: form.id, wish: { ...wish, segments, topics }, redirectUrl };
  const url = await keep(context, owner, { ...asked, address, askedFrom: network ?? null });
  const names = { firstName: wish.firstName, lastName: wish.lastName };
  try {
    await askToConfirm(context, tenant, { address, url, language, from, templateId, ...names });
  } catch (error) {
    if (!(error instanceof SendexError)) throw error;
    context.log.warn({ ...about, err: error }, "a confirmation mail could not be sent");
  }
}

/** How a call wants an address confirmed; what is absent is the account's own, or none. */
export interface DoubleOptIn {
  template?: string;
  from?: string;
  redirectUrl?: string;
  language?: MailLanguage;
  topics?: readonly string[];
}

/**
 * Adds a contact who is pending until its owner confirms: what the call says of it holds from then on. One that is no
 * longer pending, or never was, stays as it is until then.
 * @throws SendexError bad_request as for a contact, and on what its mail cannot be made of; unprocessable_entity once the
 *   address has had as many mails that day as it may; and all that a call that sends is refused with
 */
export async function addPending(
  context: Context,
  tenant: Tenant,
  wish: ContactWish,
  { template, from, redirectUrl, language = "en", topics = [] }: DoubleOptIn,
): Promise<{ id: string; fresh: boolean }> {
  const { accountId, mode } = tenant;
  const owner = { accountId, mode };
  const { address, firstName = null, lastName = null, segments = [] } = wish;
  const chosen = [...(wish.topics ?? []), ...topics.map((id) => ({ id, subscribed: true }))];
  const { changes } = await checkWish(context, tenant, { ...wish, topics: chosen });
  await requireLists(context.data, owner, segments);
  const properties = Object.fromEntries(
    Object.entries(changes).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])),
  );
  const asking = { from: from ?? null, templateId: template ?? null, address, language, firstName, lastName };
  // What is wrong with it is said before anything is kept.
  await confirmationDraft(
    context,
    tenant,
    { ...asking, url: context.settings.publicUrl },
    context.clock(),
  ).catch(ofTheCall);
  if (!(await isWithinBounds(context, { accountId, address })))
    throw new SendexError(
      "unprocessable_entity",
      "This address has had as many confirmation mails today as it may get.",
    );
  const before = await findContact(context.data, owner, { address }, context.clock());
  const names = { firstName, lastName, properties };
  const opted = chosen.filter(({ subscribed }) => subscribed).map(({ id }) => id);
  const asked = { ...names, segments: [...segments], topics: [...new Set(opted)] };
  const kept = { formId: "", wish: asked, redirectUrl: redirectUrl ?? null, askedFrom: null };
  const url = await keep(context, owner, { ...kept, address });
  await askToConfirm(context, tenant, { ...asking, url });
  const contact = before ?? (await findContact(context.data, owner, { address }, context.clock()));
  return { id: contact?.id ?? "", fresh: !before };
}

/** What is wrong with a mail, by what the call says of it. */
function ofTheCall(error: unknown): never {
  if (!(error instanceof SendexError) || error.fields.length === 0) throw error;
  throw invalidFields(
    error.fields.map(({ field, code, message }) => ({
      field: `double_opt_in.${field}`,
      code,
      message: `double_opt_in.${message}`,
    })),
  );
}

type Kept = Omit<Parameters<typeof putSignUp>[2], "id">;

/** Returns the link that confirms it. */
async function keep(context: Context, owner: AudienceOwner, asked: Kept): Promise<string> {
  const now = context.clock();
  const signUpId = await transaction(context.data, async (client) => {
    const until = pendingEnd(now);
    // Locked before the contact, as confirming does.
    const id = await putSignUp(client, owner, { id: newId("sgn", now), ...asked }, now);
    await putPending(client, owner, { id: newId("con", now), address: asked.address, until }, now);
    return id;
  });
  return confirmUrl(context.settings, { ...owner, signUpId });
}
