import type {
  ExplainFacts,
  ExplainFor,
  ExplainNext,
  Explanation,
  ExplainStep,
  WebhookFacts,
} from "@sendex/core/messages/explain-facts";
import { explainNext } from "./explain-next";
import { explainEntry, plain } from "./explain-step";
import type { StoredEvent, StoredMessage } from "@sendex/core/messages/stored";
import { messageStatusOn, statusOn, statusWords } from "./words";

/**
 * Every decision on a message in sentences, oldest first, and what happens next. Pure: what is not in `facts` is not
 * told. Source: docs/contract.md "The life of a message".
 */
export function explain(facts: ExplainFacts, { surface, now }: ExplainFor): Explanation {
  const { message } = facts;
  const listed = facts.suppressions.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const current = { ...facts, suppressions: listed };
  const steps = [accepted(facts), ...timeline(facts), ...running(facts), ...told(facts, now)];
  return {
    object: "explanation",
    id: message.id,
    status: messageStatusOn(surface, message.dialect, message.recipients),
    summary: summaryOf(message, surface),
    steps: steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    next: [...message.recipients.map((recipient) => explainNext(recipient, current)), ...toTell(facts)],
  };
}

function accepted({ message, key, route }: ExplainFacts): ExplainStep {
  const { recipients, priority, mode, scheduledAt } = message;
  const count = recipients.length === 1 ? "one recipient" : `${recipients.length} recipients`;
  const surface = message.dialect === "sendex" ? "/api/v1" : "/v1";
  const by = key ? ` with the key "${key.name}" (…${key.hint}${key.revoked ? ", revoked since" : ""})` : "";
  const where = route === "ses" ? "Amazon SES" : "the sandbox";
  const when = scheduledAt ? `, to be sent at ${scheduledAt.toISOString()}` : "";
  return {
    at: message.createdAt.toISOString(),
    code: "accepted",
    text: `Accepted on ${surface}${by} for ${count}, as ${priority} ${mode} mail that leaves by ${where}${when}.`,
  };
}

function timeline(facts: ExplainFacts): ExplainStep[] {
  const { message } = facts;
  const unknown = new Set<number | null>();
  return message.events.flatMap((event) => {
    const address = addressOf(message, event);
    const sentence = explainEntry(event, { facts, address, unknown: unknown.has(event.n) });
    if (event.type === "unknown") unknown.add(event.n);
    else if (event.type !== "attempt") unknown.delete(event.n);
    if (!sentence) return [];
    return [
      { at: event.at.toISOString(), ...sentence, ...(address !== undefined && { recipient: address }) },
    ];
  });
}

function addressOf({ recipients }: StoredMessage, { n }: StoredEvent): string | undefined {
  return recipients.find((recipient) => recipient.n === n)?.address;
}

/** Attempts without a timeline entry yet. */
function running({ message, attempts }: ExplainFacts): ExplainStep[] {
  const told = new Set(message.events.map(({ type, n, data }) => `${type} ${n} ${data.attempt}`));
  return attempts.flatMap(({ n, attempt, startedAt }) => {
    if (told.has(`attempt ${n} ${attempt}`) || told.has(`unknown ${n} ${attempt}`)) return [];
    const recipient = message.recipients.find((one) => one.n === n)?.address;
    const text = `Attempt ${attempt}: a worker took it to hand it to Amazon SES.`;
    return [{ at: startedAt.toISOString(), code: "attempt_started", text, ...(recipient && { recipient }) }];
  });
}

/** One sentence for each endpoint: which events it got, and how its deliveries stand. */
function told({ webhooks }: ExplainFacts, now: Date): ExplainStep[] {
  return webhooks
    .filter(({ lastAt, status }) => lastAt !== null || status === "dropped")
    .map((webhook) => ({
      at: (webhook.lastAt ?? now).toISOString(),
      code: `webhook_${webhook.status === "pending" ? "not_taken" : webhook.status}`,
      text: toldText(webhook),
    }));
}

function toldText(webhook: WebhookFacts): string {
  const { endpoint, disabled, status, events } = webhook;
  const what = events.join(", ");
  const whom = endpoint ?? "an endpoint that was deleted since";
  const answer = webhook.lastStatus === null ? plain(webhook.lastError) : `status ${webhook.lastStatus}`;
  const last = answer ? `; its last answer: ${answer}` : "";
  switch (status) {
    case "succeeded":
      return `${whom} was told: ${what}.`;
    case "failed":
      return `${whom} was not told of ${what}: no try is left, or it was disabled${last}.`;
    case "dropped":
      return `${whom} was not told of ${what}: it is ${disabled ? "disabled" : "gone, or was disabled then"}.`;
    case "pending":
      return `${whom} has not taken ${what} yet${last}.`;
  }
}

function toTell({ webhooks }: ExplainFacts): ExplainNext[] {
  return webhooks
    .filter(({ status }) => status === "pending")
    .map(({ endpoint, events, nextAt }) => ({
      ...(nextAt && { at: nextAt.toISOString() }),
      code: "webhook",
      text: `${endpoint ?? "An endpoint that was deleted"} is told of ${events.join(", ")}.`,
    }));
}

/** A status in a sentence about one mail. */
function cameTo(word: string): string {
  return VERBS.get(word) ?? `is ${word}`;
}

const VERBS = new Map([
  ["sending", "is being sent"],
  ["bounced", "bounced"],
  ["failed", "failed"],
  ["complained", "was complained about"],
]);

/** A sentence for one recipient; counts, in the order of statuses, for several. */
function summaryOf({ recipients, dialect }: StoredMessage, surface: ExplainFor["surface"]): string {
  const words = recipients.map((recipient) => statusOn(surface, { ...recipient, dialect }));
  const [only] = recipients;
  if (only && recipients.length === 1) return `The mail to ${only.address} ${cameTo(words[0] ?? "queued")}.`;
  const counts = statusWords(surface).flatMap((word) => {
    const count = words.filter((one) => one === word).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return `Of ${recipients.length} recipients: ${counts.join(", ")}.`;
}
