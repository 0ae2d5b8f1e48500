import type { Figures } from "./row";

/** A row's parts as one: counts added up, the longest time, everything that was noted and missed. */
export function sum(parts: readonly Figures[]): Figures {
  const add = (of: (part: Figures) => number) => parts.reduce((total, part) => total + of(part), 0);
  const times = parts.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
  return {
    messages: add(({ messages }) => messages),
    lost: add(({ lost }) => lost),
    duplicated: add(({ duplicated }) => duplicated),
    ...(times.length === 0 ? {} : { seconds: Math.max(...times) }),
    notes: parts.flatMap(({ notes }) => notes),
    misses: parts.flatMap(({ misses }) => misses),
    late: parts.flatMap(({ late = [] }) => late),
  };
}
