import type { Contact, ContactProperty, paths, Topic } from "@sendex/sdk/generated/api";

type Post = paths["/api/v1/contacts"]["post"]["requestBody"]["content"];
export type NewContact = Post["application/json"];
type Patch = paths["/api/v1/contacts/{id}"]["patch"]["requestBody"]["content"];
export type ContactChange = Patch["application/json"];

/** The fields of what is known of a contact, as they stand in a form: empty is nothing. */
export interface KnownForm {
  first_name: string;
  last_name: string;
  /** By key. Numbers stay as they were typed: the API reads them. */
  properties: Record<string, string | number>;
}

export interface ContactForm extends KnownForm {
  email: string;
  segments: string[];
  /** Ids of those whose mail it gets. */
  topics: string[];
}

export function emptyForm(properties: readonly ContactProperty[], topics: readonly Topic[]): ContactForm {
  return {
    email: "",
    first_name: "",
    last_name: "",
    properties: Object.fromEntries(properties.map(({ key }) => [key, ""])),
    segments: [],
    topics: topics.filter(isDefault).map(({ id }) => id),
  };
}

/** What is empty is left out: of a contact that is there already it stays as it is. So is a topic as it is for anybody. */
export function toNewContact(form: ContactForm, topics: readonly Topic[]): NewContact {
  const properties = Object.entries(form.properties).filter(([, value]) => value !== "");
  const choices = topics
    .filter((topic) => form.topics.includes(topic.id) !== isDefault(topic))
    .map(({ id }) => ({ id, subscription: wordFor(form.topics.includes(id)) }));
  const [first, last] = [form.first_name.trim(), form.last_name.trim()];
  return {
    email: form.email.trim(),
    ...(first !== "" && { first_name: first }),
    ...(last !== "" && { last_name: last }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(form.segments.length > 0 && { segments: form.segments.map((id) => ({ id })) }),
    ...(choices.length > 0 && { topics: choices }),
  };
}

/** @param properties those that the account has: what it lost is not shown, and so not changed */
export function knownOf(contact: Contact, properties: readonly ContactProperty[]): KnownForm {
  return {
    first_name: contact.first_name ?? "",
    last_name: contact.last_name ?? "",
    properties: Object.fromEntries(properties.map(({ key }) => [key, contact.properties[key]?.value ?? ""])),
  };
}

/** What differs from before; what was emptied is taken away. */
export function changeOf(before: KnownForm, { first_name, last_name, properties }: KnownForm): ContactChange {
  const moved = Object.entries(properties).filter(([key, value]) => value !== before.properties[key]);
  return {
    ...(first_name.trim() !== before.first_name && { first_name: first_name.trim() || null }),
    ...(last_name.trim() !== before.last_name && { last_name: last_name.trim() || null }),
    ...(moved.length > 0 && {
      properties: Object.fromEntries(moved.map(([key, value]) => [key, value === "" ? null : value])),
    }),
  };
}

export function nameOf({ first_name, last_name }: Pick<Contact, "first_name" | "last_name">): string {
  return [first_name, last_name].filter(Boolean).join(" ");
}

/** How the API says whether somebody gets a topic's mail. */
export function wordFor(gets: boolean): "opt_in" | "opt_out" {
  return gets ? "opt_in" : "opt_out";
}

/** Whether those who never chose get its mail. */
function isDefault({ default_subscription }: Topic): boolean {
  return default_subscription === "opt_in";
}
