/** What an endpoint is not told while it is disabled is kept for a replay: the newest, of so many days. */
export const KEPT_EVENTS = 10_000;
export const KEPT_DAYS = 30;

/** Why an endpoint is disabled that its owner has disabled; otherwise it is a sentence on what it answered. */
export const DISABLED_BY_OWNER = "Disabled through the API.";
