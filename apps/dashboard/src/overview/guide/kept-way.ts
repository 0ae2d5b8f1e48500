import { type Way, WAYS } from "./snippets";

const KEY = "sendex.snippet";

/** The language that was looked at last. */
export function keptWay(): Way {
  const kept = localStorage.getItem(KEY);
  return WAYS.find((way) => way === kept) ?? "curl";
}

export function keepWay(way: Way): void {
  localStorage.setItem(KEY, way);
}
