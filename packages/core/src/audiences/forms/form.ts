import { DAY_MS } from "@sendex/kit/day";
import { PROPERTY_KEY } from "../contact";

/** Signing up: what a form is, and what somebody asked for who has not confirmed it yet. */

/** Forms that an account can have in each mode. */
export const MAX_FORMS = 100;
export const MAX_FORM_NAME_CHARACTERS = 256;
/** Fields beside the address: a page with more is read by nobody. */
export const MAX_FORM_FIELDS = 20;
export const MAX_ORIGINS = 20;
export const MAX_REDIRECT_CHARACTERS = 2_000;
/** `https://acme.example`, as browsers say where a request comes from. */
export const ORIGIN = /^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/;
/** Unconfirmed after this it is forgotten, and its link is dead. */
export const PENDING_DAYS = 30;
/** People do not see this field of a page, and do not fill it in; no property can be called so. */
export const HONEYPOT = "web-site";

/** Fields that are no properties. */
export const NAME_FIELDS = ["first_name", "last_name"] as const;

export interface Form {
  id: string;
  name: string;
  /** Null: the account's sender. */
  from: string | null;
  /** Null: our own mail, in the language of whoever signs up. */
  templateId: string | null;
  /** Lists that whoever confirms is put in, and topics that they get. */
  segments: string[];
  topics: string[];
  /** Names, and keys of properties. */
  fields: string[];
  /** Where whoever has confirmed is led; null: to a page of ours. */
  redirectUrl: string | null;
  /** Whose pages may post to it; none: anybody's. */
  allowedOrigins: string[];
  createdAt: Date;
  updatedAt: Date;
}

/** What holds of a contact once its owner has confirmed. */
export interface SignUpWish {
  firstName: string | null;
  lastName: string | null;
  properties: Record<string, string | number>;
  segments: string[];
  topics: string[];
}

export function isField(text: string): boolean {
  return PROPERTY_KEY.test(text);
}

export function pendingEnd(now: Date): Date {
  return new Date(now.getTime() + PENDING_DAYS * DAY_MS);
}

/** Whether a page of this origin may post: of a request without one (no browser sent it) nothing is known. */
export function mayPost(
  { allowedOrigins }: Pick<Form, "allowedOrigins">,
  origin: string | undefined,
): boolean {
  return allowedOrigins.length === 0 || origin === undefined || allowedOrigins.includes(origin);
}

/** What is counted in a UTC day, and how often it may come; what goes over it is answered alike and does nothing (ADR 27). */
export const DAILY_BOUNDS = {
  /** Confirmation mails to one address, whichever accounts they are of. */
  address: 5,
  /** The same of one account. */
  addressOfAccount: 3,
  /** Sign-ups from one network (a /24, or a /48 of IPv6), whichever forms they are on. */
  network: 200,
  /** Sign-ups by one form. */
  form: 10_000,
} as const;
export type Bound = keyof typeof DAILY_BOUNDS;

/** Sign-ups of one client in a minute. */
export const POSTS_PER_MINUTE = 10;
