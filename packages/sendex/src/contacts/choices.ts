import { InvalidArgumentError } from "@commander-js/extra-typings";
import { pairs } from "../values";

const WORDS = ["opt_in", "opt_out"] as const;
type Subscription = (typeof WORDS)[number];

/** `id=opt_in`, of an option that may be given several times. */
export function topicChoices(typed: string, before: Record<string, Subscription> = {}) {
  const [[id, word] = ["", ""]] = Object.entries(pairs(typed));
  const subscription = WORDS.find((one) => one === word);
  if (!subscription) throw new InvalidArgumentError(`It is a topic's id with =${WORDS.join(" or =")}.`);
  return { ...before, [id]: subscription };
}

/** What was typed of a contact, as the API takes it. */
export function knownOf(typed: {
  firstName?: string;
  lastName?: string;
  property?: Record<string, string>;
  topic?: Record<string, Subscription>;
}) {
  const { firstName, lastName, property, topic } = typed;
  return {
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    ...(property && { properties: property }),
    ...(topic && { topics: Object.entries(topic).map(([id, subscription]) => ({ id, subscription })) }),
  };
}
