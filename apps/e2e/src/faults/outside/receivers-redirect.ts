import { type ReceivedRequest, serve } from "../../http-server";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sendMany, settleDelivered } from "./count";
import { missing, onStack, type Shown, until } from "./scene";

const STATUSES = [301, 302, 303, 307, 308];
const METADATA = "/latest/meta-data/iam/security-credentials/";
/** Where cloud machines ask for their own credentials. */
const REFUSED = `http://169.254.169.254${METADATA}`;
const WITHIN_MS = 60_000;

/** Row 24: an endpoint sends us on to a place that only this machine may ask. */
export const receiversRedirect: Fault = {
  row: "24",
  fault: "redirect to a metadata address",
  target: "target requests 0",
  messages: 200,
  run: (messages) => onStack({}, (stack) => redirect(stack, messages)),
};

async function redirect(stack: Stack, messages: number): Promise<Shown> {
  let asked = 0;
  // Local addresses are allowed in this stack: only that redirects are not followed can keep this at 0.
  const target = await serve(() => {
    asked += 1;
    return { status: 200, body: "secret" };
  });
  try {
    const { client } = stack.tenant;
    for (const status of STATUSES) {
      const path = `/redirect-${status}`;
      const location = status === 302 ? REFUSED : `${target.url}${METADATA}`;
      stack.receiver.answer(path, () => ({ status, headers: { location } }));
      await client.webhook(`${stack.receiver.url}${path}`, ["email.delivered"]);
    }
    const direct = await client.call("POST", "/api/v1/webhooks", { endpoint: REFUSED });
    const ids = await sendMany(stack, messages);
    const settled = await settleDelivered(stack, ids, WITHIN_MS);
    const redirects = () => STATUSES.map((status) => stack.receiver.requests(`/redirect-${status}`).length);
    const again = await until(
      () => STATUSES.every((status) => isRepeated(stack.receiver.requests(`/redirect-${status}`))),
      WITHIN_MS,
    );
    return {
      messages,
      ...settled,
      notes: [
        `${redirects().reduce((sum, count) => sum + count, 0)} redirects answered, target asked ${asked} times`,
      ],
      misses: missing({
        [`the target was asked ${asked} times`]: asked === 0,
        "an endpoint at the metadata address itself was not refused with 400": direct.status === 400,
        "a redirect did not count as a failure that is tried again": again,
        [`${settled.lost} never arrived`]: settled.lost === 0,
      }),
    };
  } finally {
    await target.close();
  }
}

/** Whether an event came more than once. */
function isRepeated(requests: readonly ReceivedRequest[]): boolean {
  return new Set(requests.map(({ headers }) => headers["webhook-id"])).size < requests.length;
}
