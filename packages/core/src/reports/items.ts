import { defined } from "@sendex/kit/defined";
import type { EventData, TimelineType } from "../webhooks/event";
import { type Loose, address, list, record, text } from "@sendex/kit/loose";
import type { StatusEvent } from "./status";

/** Each SES event type's own object → the entries it makes, one for each recipient it names. */

/** What happened to one recipient. */
export interface ReportItem {
  /** Absent where SES does not say whom it means; then the tags tell. */
  address?: string;
  /** The timeline entry. */
  type: TimelineType;
  /** What the status machine is told; absent for entries that move no status (opens, clicks, `not_spam`, …). */
  event?: StatusEvent;
  data: EventData;
}

const MAX_ITEMS = 100;
const MAX_WORD = 128;
const MAX_DETAIL = 1000;
const MAX_LINK = 2048;

export interface ReadItems {
  /** The event type's own object; its `timestamp` is the event's time. */
  details: Loose;
  items: ReportItem[];
}

interface EventReader {
  /** The field of the notification that holds the event type's own object. */
  field: string;
  read(details: Loose, addresses: Addresses): ReportItem[];
}

/** Whom a mail went to, as far as the notification tells. */
interface Addresses {
  all: (string | undefined)[];
  /** The one recipient, or undefined when there were several and the event does not say which. */
  sole: string | undefined;
}

const RENDERING_FAILURE: EventReader = { field: "failure", read: readRenderingFailure };

const READERS = new Map<string, EventReader>([
  ["Send", { field: "send", read: readSend }],
  ["Delivery", { field: "delivery", read: readDelivery }],
  ["DeliveryDelay", { field: "deliveryDelay", read: readDelay }],
  ["Bounce", { field: "bounce", read: readBounce }],
  ["Complaint", { field: "complaint", read: readComplaint }],
  ["Reject", { field: "reject", read: readReject }],
  ["Rendering Failure", RENDERING_FAILURE],
  ["RenderingFailure", RENDERING_FAILURE],
  ["Open", { field: "open", read: readOpen }],
  ["Click", { field: "click", read: readClick }],
  ["Subscription", { field: "subscription", read: readSubscription }],
]);

/** The entries of an event, or undefined for an event type that is not known. */
export function readItems(eventType: string, body: Loose, mail: Loose): ReadItems | undefined {
  const reader = READERS.get(eventType);
  if (reader === undefined) return undefined;
  const details = record(body[reader.field]);
  const all = list(mail["destination"], MAX_ITEMS).map(address);
  const addresses = all.length > 1 ? { all, sole: undefined } : { all: [all[0]], sole: all[0] };
  return { details, items: reader.read(details, addresses) };
}

function readSend(_details: Loose, { all }: Addresses): ReportItem[] {
  return all.map((to) => ({ ...whom(to), type: "sent", event: "sent", data: {} }));
}

function readDelivery(details: Loose, addresses: Addresses): ReportItem[] {
  const data = defined({ detail: text(details["smtpResponse"], MAX_DETAIL) });
  return named(details["recipients"], addresses).map(({ to }) => ({
    ...whom(to),
    type: "delivered",
    event: "delivered",
    data,
  }));
}

function readDelay(details: Loose, addresses: Addresses): ReportItem[] {
  const reason = text(details["delayType"], MAX_WORD);
  return named(details["delayedRecipients"], addresses).map(({ to, entry }) => ({
    ...whom(to),
    type: "deferred",
    event: "deferred",
    data: defined({ reason, detail: diagnosis(entry) }),
  }));
}

/** An out-of-office reply also comes as a Transient bounce; a bounce without a type is what SES calls Undetermined. */
function readBounce(details: Loose, addresses: Addresses): ReportItem[] {
  const type = text(details["bounceType"], MAX_WORD) ?? "Undetermined";
  const subType = text(details["bounceSubType"], MAX_WORD) ?? "Undetermined";
  return named(details["bouncedRecipients"], addresses).map(({ to, entry }) => {
    const detail = diagnosis(entry);
    return {
      ...whom(to),
      type: "bounced",
      event: type === "Transient" ? "bounced_transient" : "bounced",
      data: defined({ reason: subType, detail, bounce: { type, subType, message: detail ?? "" } }),
    };
  });
}

/** `not-spam` says that the recipient took the mail out of the junk folder: a timeline entry, and nothing else. */
function readComplaint(details: Loose, addresses: Addresses): ReportItem[] {
  const type = text(details["complaintFeedbackType"], MAX_WORD) ?? null;
  const reason = text(details["complaintSubType"], MAX_WORD) ?? type ?? undefined;
  const data = defined({ reason, complaint: { type } });
  return named(details["complainedRecipients"], addresses).map(({ to }) =>
    type === "not-spam"
      ? { ...whom(to), type: "not_spam", data }
      : { ...whom(to), type: "complained", event: "complained", data },
  );
}

function readReject(details: Loose, addresses: Addresses): ReportItem[] {
  return failedAll(addresses, "rejected", text(details["reason"], MAX_DETAIL));
}

function readRenderingFailure(details: Loose, addresses: Addresses): ReportItem[] {
  return failedAll(addresses, "rendering_failure", text(details["errorMessage"], MAX_DETAIL));
}

function failedAll({ all }: Addresses, reason: string, detail: string | undefined): ReportItem[] {
  const data = defined({ reason, detail });
  return all.map((to) => ({ ...whom(to), type: "failed", event: "failed", data }));
}

function readOpen(details: Loose, { sole }: Addresses): ReportItem[] {
  return [{ ...whom(sole), type: "opened", data: { open: browser(details) } }];
}

/** `linkTags` may be null, an object or an array; nothing here depends on it. */
function readClick(details: Loose, { sole }: Addresses): ReportItem[] {
  const link = text(details["link"], MAX_LINK) ?? "";
  return [{ ...whom(sole), type: "clicked", data: { click: { link, ...browser(details) } } }];
}

/** Only leaving is of interest: everything at once, or at least one topic. */
function readSubscription(details: Loose, { sole }: Addresses): ReportItem[] {
  const preferences = record(details["newTopicPreferences"]);
  const topics = list(preferences["topicSubscriptionStatus"], MAX_ITEMS).map(record);
  const left =
    preferences["unsubscribeAll"] === true ||
    topics.some((topic) => topic["subscriptionStatus"] === "OptOut");
  const reason = text(details["source"], MAX_WORD);
  const detail = text(details["contactList"], MAX_WORD);
  return left ? [{ ...whom(sole), type: "unsubscribed", data: defined({ reason, detail }) }] : [];
}

interface Named {
  to: string | undefined;
  entry: Loose;
}

/** The recipients an event lists, as strings or as objects; one that lists none is about the mail's only recipient. */
function named(value: unknown, { sole }: Addresses): Named[] {
  const entries = list(value, MAX_ITEMS);
  if (entries.length === 0) return [{ to: sole, entry: {} }];
  return entries.map((raw) => {
    const entry = record(raw);
    return { to: address(raw) ?? address(entry["emailAddress"]) ?? sole, entry };
  });
}

/** Without a delivery status notification attached, SES knows neither of the two. */
function diagnosis(entry: Loose): string | undefined {
  return text(entry["diagnosticCode"], MAX_DETAIL) ?? text(entry["status"], MAX_DETAIL);
}

function browser(details: Loose): { userAgent?: string; ipAddress?: string } {
  return defined({
    userAgent: text(details["userAgent"], MAX_DETAIL),
    ipAddress: text(details["ipAddress"], MAX_WORD),
  });
}

function whom(to: string | undefined): { address?: string } {
  return to === undefined ? {} : { address: to };
}
