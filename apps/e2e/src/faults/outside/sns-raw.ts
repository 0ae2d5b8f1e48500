import type { ReceivedRequest } from "../../http-server";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { copiesOf, sendMany, settleDelivered, toldBy } from "./count";
import { redrive } from "./redrive";
import { inParallel, missing, onStack, type Shown, until } from "./scene";
import { untilNotified } from "./sns-envelope";

const WITHIN_MS = 180_000;

/** Row 39: the subscription delivers raw messages, which carry no signature. */
export const snsRaw: Fault = {
  row: "39",
  fault: "SNS delivers raw messages",
  target: "each 503, readiness degraded with the remedy; all arrive after a redrive",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => deliverRaw(stack, messages)),
};

async function deliverRaw(stack: Stack, messages: number): Promise<Shown> {
  stack.relay.lose();
  const ids = await sendMany(stack, messages);
  await until(async () => (await copiesOf(stack)).size >= messages, WITHIN_MS);
  const raw = (await untilNotified(stack, 2 * messages, WITHIN_MS)).map(({ request }) => rawOf(request));
  const statuses = await inParallel(raw, 16, (request) => stack.relay.deliver(request));
  const taken = statuses.filter((status) => status !== 503).length;
  const ready = await readiness(stack);
  const early = ids.filter((id) => toldBy(stack).of(id, "email.delivered").size > 0).length;
  const started = performance.now();
  const { stored } = await redrive(
    stack,
    raw.map(({ body }) => body),
  );
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  return {
    messages,
    ...settled,
    seconds: (performance.now() - started) / 1_000,
    notes: [`${raw.length} raw notifications, ${stored} redriven`],
    misses: missing({
      [`${taken} were not answered 503, so SNS would not keep them`]: taken === 0,
      [`/readyz said ${ready.status} ${ready.said}`]:
        ready.status === 200 && ready.said.includes("raw message delivery"),
      "something was delivered before the redrive": early === 0,
      [`${stored} of ${raw.length} were taken in`]: stored === raw.length,
      [`${settled.lost} never arrived after the redrive`]: settled.lost === 0,
      [`${settled.duplicated} were sent twice`]: settled.duplicated === 0,
    }),
  };
}

/** As SNS posts it with RawMessageDelivery: SES's event alone, with what SNS knows in headers. */
function rawOf({ headers, body }: ReceivedRequest): Pick<ReceivedRequest, "headers" | "body"> {
  const { Message, TopicArn } = JSON.parse(body);
  return {
    headers: { ...headers, "x-amz-sns-rawdelivery": "true", "x-amz-sns-topic-arn": TopicArn },
    body: Message,
  };
}

async function readiness(stack: Stack): Promise<{ status: number; said: string }> {
  const answer = await fetch(`${stack.adminUrl("api")}/readyz`);
  return { status: answer.status, said: await answer.text() };
}
