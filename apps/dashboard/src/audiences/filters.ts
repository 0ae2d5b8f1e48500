import { given, type Search, textIn, wordIn } from "../routing/search";

/** Whether contacts get mail that one can leave, or have yet to confirm. */
export const STATES = ["subscribed", "unsubscribed", "pending"] as const;
export type State = (typeof STATES)[number];
const WINDOWS = ["new", "import", "properties"] as const;

/** What narrows the contacts down; it lives in the URL. */
export interface ContactFilters {
  /** Part of the address or of a name. */
  q?: string;
  /** A segment's id. */
  segment?: string;
  state?: State;
}

export interface ContactSearch extends ContactFilters {
  /** The window that is open over the list. */
  open?: (typeof WINDOWS)[number];
}

export function readContactSearch(search: Search): ContactSearch {
  return given({
    q: textIn(search, "q"),
    segment: textIn(search, "segment"),
    state: wordIn(search, "state", STATES),
    open: wordIn(search, "open", WINDOWS),
  });
}

/** As the API takes them. */
export function toQuery({ q, segment, state }: ContactFilters) {
  return {
    ...(q !== undefined && { q }),
    ...(segment !== undefined && { segment_id: segment }),
    ...(state !== undefined && STATE_QUERIES[state]),
  };
}

const STATE_QUERIES = {
  subscribed: { unsubscribed: "false", state: "confirmed" },
  unsubscribed: { unsubscribed: "true" },
  pending: { state: "pending" },
} as const;

/** Of lists that are wholly there: segments, topics. */
export interface ListSearch {
  /** Part of the name. */
  q?: string;
  /** `new`, or the id of what is being changed. */
  open?: string;
}

export function readListSearch(search: Search): ListSearch {
  return given({ q: textIn(search, "q"), open: textIn(search, "open") });
}

const CODE = "code-";

/** In place of an id: the window with a form's code. */
export function codeTo(id: string): string {
  return `${CODE}${id}`;
}

/** Whose code is open; undefined: none. */
export function codeOf(open: string | undefined): string | undefined {
  return open?.startsWith(CODE) === true ? open.slice(CODE.length) : undefined;
}

export function fits({ name }: { name: string }, { q = "" }: ListSearch): boolean {
  return name.toLowerCase().includes(q.toLowerCase());
}
