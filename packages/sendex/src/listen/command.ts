import { clock } from "../clock";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { httpUrl, names } from "../values";
import { listen } from "./listen";

export function listenCommand(act: Act) {
  return command(
    "listen",
    "Hands the account's events to a webhook endpoint on your own machine as they happen, without a tunnel.",
    "listen --forward-to http://localhost:3000/hook",
    "listen --forward-to 3000/hook --filter email.bounced,email.complained",
  )
    .requiredOption("--forward-to <url>", "where to POST them", httpUrl)
    .option("--filter <names>", "only these events, with commas between them", names)
    .option("--from-now", "leaves out what happened since the last stop")
    .action(({ forwardTo, filter = [], fromNow = false }) =>
      act((desk) => forward(desk, forwardTo, filter, fromNow)),
    );
}

/** What was handed over stands on disk already: it may end at any moment. */
async function forward(desk: Desk, target: URL, events: string[], fromNow: boolean): Promise<Result> {
  const { terminal, json } = desk;
  const stop = new AbortController();
  terminal.interrupted(() => stop.abort());
  const connection = desk.connection();
  await listen({ connection, target, events, fromNow, json, terminal, clock, signal: stop.signal });
  const text = "Stopped. What happens from now on is handed over at the next start.";
  return { value: { stopped: true }, text };
}
