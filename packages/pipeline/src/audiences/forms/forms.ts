import type { Caller } from "@sendex/core/access";
import { parseMailbox } from "@sendex/core/accepting/address";
import { type Form, MAX_FORMS, NAME_FIELDS } from "@sendex/core/audiences/forms/form";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { accountTenant } from "@sendex/data/access/account-tenant";
import {
  countForms,
  deleteForm,
  findForm,
  findPublicForm,
  insertForm,
  listForms,
  updateForm,
} from "@sendex/data/audiences/forms/forms";
import type { Page, Paged } from "@sendex/data/audiences/page";
import { allProperties } from "@sendex/data/audiences/properties";
import { type AudienceOwner, knownSegments } from "@sendex/data/audiences/segments";
import { listTopics } from "@sendex/data/audiences/topics";
import type { Topic } from "@sendex/core/audiences/topic";
import type { Context } from "../../context";
import { readSender, type Sender } from "../leave";
import { confirmationDraft } from "./ask";

export type FormWish = Omit<Form, "id" | "createdAt" | "updatedAt">;

/** @throws SendexError bad_request naming what the account does not have, and where it has as many as it may have */
export async function makeForm(context: Context, caller: Caller, wish: FormWish): Promise<Form> {
  await checkForm(context, caller, wish);
  if ((await countForms(context.data, caller)) >= MAX_FORMS)
    throw new SendexError("bad_request", `An account has at most ${MAX_FORMS} forms.`);
  const now = context.clock();
  const form = { id: newId("form", now), ...wish, createdAt: now, updatedAt: now };
  await insertForm(context.data, caller, form);
  return form;
}

/** What is absent stays. @throws SendexError not_found; bad_request as `makeForm` */
export async function changeForm(
  context: Context,
  caller: Caller,
  id: string,
  change: Partial<FormWish>,
): Promise<Form> {
  const before = await readForm(context, caller, id);
  const after = { ...before, ...change, updatedAt: context.clock() };
  await checkForm(context, caller, after, change);
  const { updatedAt } = after;
  if (!(await updateForm(context.data, caller, id, { ...change, updatedAt }))) throw noForm();
  return after;
}

/** Who signed up by it can still confirm. @throws SendexError not_found */
export async function removeForm({ data }: Context, caller: Caller, id: string): Promise<void> {
  if (!(await deleteForm(data, caller, id))) throw noForm();
}

/** @throws SendexError not_found */
export async function readForm({ data }: Context, caller: Caller, id: string): Promise<Form> {
  const form = await findForm(data, caller, id);
  if (!form) throw noForm();
  return form;
}

/** Newest first. */
export async function readForms({ data }: Context, caller: Caller, page: Page): Promise<Paged<Form>> {
  return listForms(data, caller, page);
}

/** A form as anybody sees it. */
export interface PublicForm {
  owner: AudienceOwner;
  form: Form;
  sender: Sender;
  topics: Topic[];
}

/** Undefined where there is no such form, or no such account any more. */
export async function readPublicForm(context: Context, id: string): Promise<PublicForm | undefined> {
  const found = await findPublicForm(context.data, id);
  if (!found) return undefined;
  const { accountId } = found.owner;
  const [sender, topics] = await Promise.all([
    readSender(context, accountId),
    listTopics(context.data, accountId),
  ]);
  return sender && { ...found, sender, topics: topics.filter((one) => found.form.topics.includes(one.id)) };
}

/** What it names must be there, and its mail must be one that can be made and has the link in it. */
async function checkForm(
  context: Context,
  caller: Caller,
  form: FormWish,
  named: Partial<FormWish> = form,
): Promise<void> {
  const { data } = context;
  const { segments = [], topics = [], fields = [] } = named;
  const [lists, known, properties] = await Promise.all([
    knownSegments(data, caller, segments),
    listTopics(data, caller.accountId),
    allProperties(data, caller.accountId),
  ]);
  const ids = new Set(known.map(({ id }) => id));
  const keys = new Set<string>([...NAME_FIELDS, ...properties.map(({ key }) => key)]);
  const errors = [
    ...missing("segments", segments, lists, "the id of no list"),
    ...missing("topics", topics, ids, "the id of no topic"),
    ...missing("fields", fields, keys, "no contact property"),
  ];
  if (errors.length > 0) throw invalidFields(errors);
  if (named.from !== undefined || named.templateId !== undefined) await checkMail(context, caller, form);
}

function missing(
  field: string,
  asked: readonly string[],
  there: ReadonlySet<string>,
  what: string,
): FieldError[] {
  return asked.flatMap((one, i) => {
    const message = `${field}[${i}] is ${what} of the account.`;
    return there.has(one) ? [] : [{ field: `${field}[${i}]`, code: "unknown", message }];
  });
}

const SAMPLE_URL = "https://sendex.invalid/c/confirm";

async function checkMail(context: Context, caller: Caller, { from, templateId }: FormWish): Promise<void> {
  if (from !== null && !parseMailbox(from))
    throw invalidFields([{ field: "from", code: "format", message: "from must be an email address." }]);
  const tenant = await accountTenant(context.data, caller.accountId, caller.mode);
  if (!tenant || templateId === null) return;
  const asking = {
    address: "reader@example.com",
    url: SAMPLE_URL,
    language: "en" as const,
    from,
    templateId,
  };
  const draft = await confirmationDraft(context, tenant, asking, context.clock());
  if (`${draft.html ?? ""}${draft.text ?? ""}`.includes(SAMPLE_URL)) return;
  const message = "The template has the link nowhere: it needs {{ confirm_url }}.";
  throw invalidFields([{ field: "template", code: "required", message }]);
}

function noForm(): SendexError {
  return new SendexError("not_found", "There is no such form.");
}
