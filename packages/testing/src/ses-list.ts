import type { Context } from "@sendex/pipeline/context";
import type { TestWorld } from "./world";

/** Pages are of two, in the order of addresses. */
export function fakeSesList(world: TestWorld["sesList"]): Context["ports"]["sesList"] {
  const say = (call: string): void => {
    world.calls.push(call);
    if (world.down) throw new Error("SES cannot be reached");
  };
  return {
    async page({ since, cursor = "" }) {
      say(since ? "changes" : "all");
      const left = [...world.entries].filter(([address]) => address > cursor).sort();
      const entries = left.slice(0, 2).map(([address, reason]) => ({ address, reason }));
      const last = left.length > 2 ? entries.at(-1)?.address : undefined;
      return { entries, ...(last !== undefined && { cursor: last }) };
    },
    async find(address) {
      say(`find ${address}`);
      const reason = world.entries.get(address);
      return reason && { address, reason };
    },
    async put({ address, reason }) {
      say(`put ${address}`);
      world.entries.set(address, reason);
    },
    async remove(address) {
      say(`remove ${address}`);
      world.entries.delete(address);
    },
  };
}
