import { idFloor } from "@sendex/crypto/token";
import { listDisabled, trimMissed as trim } from "@sendex/data/webhooks/trim-missed";
import type { Context } from "../context";

const PAGE = 500;
/** Rows removed in one statement. */
const BATCH = 10_000;

/** Keeps what disabled endpoints were not told within its bound. Returns how many deliveries it removed. */
export async function trimMissed({ data }: Context): Promise<number> {
  let removed = 0;
  for (let after = ""; ;) {
    const page = await listDisabled(data, after, PAGE);
    const missed = page.map(({ accountId, id, disabledAt }) => ({
      ...{ accountId, webhookId: id },
      floor: idFloor("evt", disabledAt),
    }));
    for (let count = BATCH; count === BATCH; removed += count) count = await trim(data, missed, BATCH);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return removed;
    after = last.id;
  }
}
