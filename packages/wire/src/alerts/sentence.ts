import { providerName } from "@sendex/core/analytics/provider-name";
import type {
  AlertKind,
  Cause,
  Measured,
  RateKind,
  RateNumbers,
  VolumeNumbers,
} from "@sendex/core/alerts/kinds";

/** An alert's cause with its numbers, as far as a sentence needs them. */
export type Told = Measured & Pick<Cause, "dimension" | "value"> & { name: string | null };

/** Why there is an alert, in one sentence with its numbers. */
export function reasonOf(alert: Told): string {
  switch (alert.kind) {
    case "volume":
      return volume(alert.numbers);
    case "bounce_rate":
    case "complaint_rate":
    case "deferrals":
      return rate(alert.kind, partOf(alert), alert.numbers);
    case "webhook_failing":
      return `The endpoint ${alert.name ?? alert.value} has taken nothing since ${alert.numbers.failing_since}.`;
    case "key_network":
      return `The API key ${named(alert)} was used from ${listed(alert.numbers.networks)}, where it had not been used before.`;
  }
}

/** What an alert is about, in a few words; a mail's subject. */
export function titleOf(alert: Told): string {
  return TITLES[alert.kind](alert.kind === "volume" ? "" : partOf(alert));
}

const TITLES: Record<AlertKind, (part: string) => string> = {
  volume: () => "Much more mail than usual",
  bounce_rate: (part) => `Too much mail ${part} bounces`,
  complaint_rate: (part) => `Too many complaints about mail ${part}`,
  deferrals: (part) => `Mail ${part} is put off`,
  webhook_failing: (part) => `A webhook endpoint takes nothing: ${part}`,
  key_network: (part) => `An API key is used from a new network: ${part}`,
};

function volume({ accepted, usual, young }: VolumeNumbers): string {
  const compared = young
    ? `the busiest hour so far counts as ${count(usual)}`
    : `this hour of the week usually has at most ${count(usual)}`;
  return `${count(accepted)} mails within an hour; ${compared}.`;
}

function rate(kind: RateKind, part: string, numbers: RateNumbers): string {
  const { hours, sent, affected, percent, usual_percent: usual } = numbers;
  const within = hours === 1 ? "an hour" : `${hours} hours`;
  const before =
    usual === null ? "There is too little mail to say what is usual" : `Usually it is ${percentage(usual)}`;
  return `${count(affected)} of the ${count(sent)} mails ${part} within ${within} ${VERBS[kind]}: ${percentage(percent)}. ${before}.`;
}

const VERBS: Record<RateKind, string> = {
  bounce_rate: "bounced",
  complaint_rate: "were complained about",
  deferrals: "were put off",
};

function partOf({ dimension, value, name }: Pick<Told, "dimension" | "value" | "name">): string {
  switch (dimension) {
    case "domain":
      return `from ${value}`;
    case "provider":
      return `to ${providerName(value)}`;
    case "template":
      return `with the template ${named({ value, name })}`;
    default:
      return name ?? value;
  }
}

function named({ value, name }: Pick<Told, "value" | "name">): string {
  return name === null || name === "" ? value : `“${name}” (${value})`;
}

function listed(networks: readonly string[]): string {
  const words = networks.map((network) => (network === "private" ? "a private network" : network));
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}` : (words[0] ?? "");
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function percentage(value: number): string {
  return `${value.toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
}
