import { recipientsOf } from "@sendex/core/accepting/message";
import { draftAgain } from "@sendex/pipeline/messages/draft-again";
import { send } from "../accepting/send";
import type { Exchange } from "../http/endpoint";
import { messageId } from "../http/path-id";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { sendAgainSchema } from "./schemas";

/** A new message with the content of one that is kept, to all of its recipients or to those that are named. */
export function sendAgain(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const id = messageId(exchange);
  const { to } = readFields(sendAgainSchema, parsed.body ?? {});
  const only = typeof to === "string" ? [to] : to;
  // The same key for another message is another request.
  const own = { ...exchange, parsed: { ...parsed, fingerprint: `${parsed.fingerprint} ${id}` } };
  return send(own, {
    dialect: "sendex",
    async readItems() {
      const draft = await draftAgain(context, caller, id, only);
      const places = new Map(recipientsOf(draft).map(({ address }) => [address.toLowerCase(), "to"]));
      return { items: [{ index: 0, draft, places }], unread: [] };
    },
  });
}
