import { eventually } from "../../eventually";
import { make } from "../../pages/make";
import type { LedgerLine } from "../../sandbox";
import type { Stack } from "../../stack";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { addressOf, mailsToContacts, makeReaders, PATIENCE_MS, seen, untilOver } from "./contacts";

/** Contacts for each of a row's messages. */
const CONTACTS = 5;
/** Each pass has a third window after two that a scheduler dies in. */
const FEWEST = 4_000;
const PERCENT = 50;
/** The decision is ours, long before its time. */
const HOURS = 72;

/** Row 45: both passes of a broadcast with two subjects write to each contact once, and the second with the subject chosen. */
export const subjectsTested: Fault = {
  row: "45",
  fault:
    "scheduler killed in both passes of a broadcast with two subjects, and the send worker in the second",
  target: "each contact once; the rest with the subject decided for",
  messages: 1000,
  run: (messages) =>
    onStack({ retryTimeScale: 1 }, (stack) => killTesting(stack, Math.max(messages * CONTACTS, FEWEST))),
};

async function killTesting(stack: Stack, contacts: number): Promise<Figures> {
  const { client, domain } = stack.tenant;
  const segment = await makeReaders(stack, contacts);
  await stack.stop("scheduler");
  const id = await make(client, "/api/v1/broadcasts", {
    ...{ name: "News", segment_id: segment, from: `news@${domain}`, html: "<p>Hello</p>", send: true },
    ...{ subject: "A", subject_test: { subject: "B", percent: PERCENT, hours: HOURS, by: "opened" } },
  });
  const since = performance.now();
  await dieInWindows(stack);
  await stack.start("scheduler");
  const tested = await untilTested(stack, id);
  const first = await mailsToContacts(stack);
  await stack.stop("scheduler");
  await make(client, `/api/v1/broadcasts/${id}/decide`, { winner: "b" });
  await dieInWindows(stack);
  await stack.start("scheduler");
  await stack.add("scheduler");
  await stack.kill("send-worker", "SIGKILL");
  await stack.start("send-worker");
  const { mails } = await untilOver(stack, id);
  const seconds = (performance.now() - since) / 1000;
  return judgeSubjects(await mailsToContacts(stack), { contacts, tested, first, mails, seconds });
}

/** Before a window's commit, and after one. */
async function dieInWindows(stack: Stack): Promise<void> {
  await stack.startToFail("scheduler", "broadcast:before-commit:2");
  await stack.startToFail("scheduler", "broadcast:after-commit:2");
}

/** → how many mails the test has */
async function untilTested(stack: Stack, id: string): Promise<number> {
  return eventually(
    async () => {
      const { mails, subject_test: test } = await seen(stack, id);
      if (test?.phase !== "waiting") throw new Error(`it is ${test?.phase} after ${mails} mails`);
      return mails;
    },
    { within: PATIENCE_MS },
  );
}

interface Evidence {
  contacts: number;
  tested: number;
  /** Mails of the test. */
  first: LedgerLine[];
  mails: number;
  seconds: number;
}

function judgeSubjects(lines: LedgerLine[], { contacts, tested, first, mails, seconds }: Evidence): Figures {
  const addresses = new Set(lines.map(({ to }) => to[0]));
  const missed = Array.from({ length: contacts }, (_, n) => addressOf(n + 1)).filter(
    (address) => !addresses.has(address),
  );
  const [a, firstA] = [lines, first].map((some) => some.filter(({ subject }) => subject === "A").length);
  const firstB = first.length - (firstA ?? 0);
  return {
    messages: contacts,
    lost: missed.length,
    duplicated: lines.length - addresses.size,
    seconds,
    notes: [`${firstA} and ${firstB} in the test, ${contacts - tested} with the subject decided for`],
    misses: [
      ...(first.length === tested ? [] : [`the test has ${tested} mails, of which ${first.length} went out`]),
      ...(a === firstA ? [] : [`${a} got the first subject, ${firstA} of them in the test`]),
      ...((firstA ?? 0) > 0 && firstB > 0 ? [] : ["one subject was not tried"]),
      ...(mails === contacts ? [] : [`it says ${mails} mails for ${contacts} contacts`]),
    ],
  };
}
