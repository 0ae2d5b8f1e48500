import { connect } from "node:net";
import { once } from "node:events";
import type { Stack } from "../../stack";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { handAll, type Heard, judge, subjectOf, untilTaken } from "./smtp-trouble";

const KILLS = 3;

/** Row 47: an SMTP process dies among mails, and between its 250 and the client's QUIT. */
export const smtpKilled: Fault = {
  row: "47",
  fault: "kill -9 SMTP among mails, and between its 250 and QUIT",
  target: "each mail that was answered 250, or handed over again until it was, goes out once",
  messages: 500,
  run: (messages) => onStack({ smtp: true }, (stack) => killAmong(stack, messages)),
};

async function killAmong(stack: Stack, messages: number): Promise<Figures> {
  const since = performance.now();
  const heard: Heard = { done: 0, replies: new Map() };
  const all = handAll(stack, messages, heard);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await untilTaken(heard, (messages * kill) / (KILLS + 1));
    await stack.kill("smtp", "SIGKILL");
    await stack.start("smtp");
  }
  await all;
  await killBeforeQuit(stack, messages);
  const judged = await judge(stack, messages + 1, heard);
  const seconds = (performance.now() - since) / 1000;
  return { ...judged, seconds, notes: [`${KILLS + 1} kills`, ...judged.notes], misses: [] };
}

/** One more mail by hand, whose client never hears anything after the 250. */
async function killBeforeQuit(stack: Stack, n: number): Promise<void> {
  const { domain, apiKeys } = stack.tenant;
  const socket = connect(stack.smtpPort, "127.0.0.1");
  let said = "";
  socket.on("data", (chunk) => (said += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  const until = async (reply: RegExp): Promise<void> => {
    while (!reply.test(said)) await once(socket, "data");
    said = "";
  };
  await until(/^220 /m);
  const auth = Buffer.from(`\0x\0${apiKeys.full}`).toString("base64");
  const steps: [string, RegExp][] = [
    ["EHLO program.example", /^250 /m],
    [`AUTH PLAIN ${auth}`, /^235 /m],
    [`MAIL FROM:<hello@${domain}>`, /^250 /m],
    [`RCPT TO:<reader-${n}@smtp.example>`, /^250 /m],
    ["DATA", /^354 /m],
    [`From: hello@${domain}\r\nSubject: ${subjectOf(n)}\r\n\r\nA body.\r\n.`, /^250 /m],
  ];
  for (const [line, reply] of steps) {
    socket.write(`${line}\r\n`);
    await until(reply);
  }
  await stack.kill("smtp", "SIGKILL");
  socket.destroy();
  await stack.start("smtp");
}
