import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sum } from "../sum";
import { settleDelivered } from "./count";
import { complete, inParallel, missing, onStack, type Shown } from "./scene";

const WITHIN_MS = 120_000;
/** A resolver that says nothing is waited for 2 s. */
const AT_ONCE = 64;

/** How the resolver answers: SERVFAIL, never, with something that is no answer, or, closed, not at all. */
const TROUBLES = ["servfail", "silent", "garbage", "closed"] as const;
type Trouble = (typeof TROUBLES)[number];

/** Row 26: the resolver is in trouble, which is no word about any recipient. */
export const dnsDown: Fault = {
  row: "26",
  fault: "DNS down",
  target: "false 422: 0",
  messages: 1_000,
  async run(messages) {
    const resolver = await openResolver();
    try {
      const env = { DNS_SERVERS: `127.0.0.1:${resolver.port}` };
      return await onStack({ env }, async (stack) => {
        const each = Math.max(1, Math.round(messages / TROUBLES.length));
        const parts = [];
        for (const trouble of TROUBLES) parts.push(await accept(stack, resolver, trouble, each));
        return sum(parts.map(complete));
      });
    } finally {
      resolver.close();
    }
  },
};

async function accept(stack: Stack, resolver: Resolver, trouble: Trouble, count: number): Promise<Shown> {
  resolver.answer(trouble);
  // A domain of its own for each, so that no answer can come from what was asked before.
  const answers = await inParallel(Array.from({ length: count }), AT_ONCE, (_, i) =>
    stack.tenant.client.post({ to: `someone@${trouble}-${i}.example.com` }),
  );
  const ids = answers.filter(({ status }) => status === 202).map(({ body }) => body.id);
  const refused = answers.filter(({ status }) => status === 422).length;
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  return {
    messages: count,
    ...settled,
    notes: [`${trouble}: ${ids.length} accepted, ${resolver.asked()} questions`],
    misses: missing({
      [`${trouble}: ${refused} were refused with 422`]: refused === 0,
      [`${trouble}: ${count - ids.length - refused} were not accepted`]: ids.length + refused === count,
      [`${trouble}: the resolver was not asked`]: trouble === "closed" || resolver.asked() > 0,
      [`${trouble}: ${settled.lost} never arrived`]: settled.lost === 0,
    }),
  };
}

interface Resolver {
  port: number;
  /** From now on; the count of questions starts over. */
  answer(trouble: Trouble): void;
  asked(): number;
  close(): void;
}

const HEADER_BYTES = 12;

async function openResolver(): Promise<Resolver> {
  const socket = createSocket("udp4");
  let [trouble, asked, isOpen]: [Trouble, number, boolean] = ["servfail", 0, true];
  socket.on("message", (question, from) => {
    asked += 1;
    reply(socket, trouble, question, from.port);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const close = (): void => {
    if (isOpen) socket.close();
    isOpen = false;
  };
  return {
    port: socket.address().port,
    answer(wanted) {
      [trouble, asked] = [wanted, 0];
      if (wanted === "closed") close();
    },
    asked: () => asked,
    close,
  };
}

function reply(socket: Socket, trouble: Trouble, question: Buffer, port: number): void {
  if (trouble === "garbage") socket.send(Buffer.alloc(HEADER_BYTES / 2, 0xff), port, "127.0.0.1");
  if (trouble !== "servfail" || question.length < HEADER_BYTES) return;
  const answer = Buffer.from(question);
  // RFC 1035 4.1.1: a response, recursion available, code 2.
  answer.writeUInt16BE(0x8182, 2);
  socket.send(answer, port, "127.0.0.1");
}
