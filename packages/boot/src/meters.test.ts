import { describe, expect, it } from "@jest/globals";
import { openMeters } from "./meters";

describe("meters", () => {
  it("count by label, by one or by more", async () => {
    const { meters, text } = openMeters();
    meters.add("sent", { priority: "bulk" });
    meters.add("sent", { priority: "bulk" }, 4);
    meters.add("sent", { priority: "critical" });
    expect(await text()).toContain('sendex_sent_total{priority="bulk"} 5');
    expect(await text()).toContain('sendex_sent_total{priority="critical"} 1');
  });

  it("put times into buckets", async () => {
    const { meters, text } = openMeters();
    meters.time("ses_seconds", 0.03, { kind: "sent" });
    expect(await text()).toContain('sendex_ses_seconds_bucket{le="0.025",kind="sent"} 0');
    expect(await text()).toContain('sendex_ses_seconds_bucket{le="0.05",kind="sent"} 1');
  });

  it("never throw at a label nobody declared, and drop it", async () => {
    const { meters, text } = openMeters();
    meters.add("refused", { slug: "forbidden", account: "acc_1" });
    expect(await text()).toContain('sendex_refused_total{slug="forbidden"} 1');
    expect(await text()).not.toContain("acc_1");
  });

  it("read a gauge when asked, and show none that cannot be read", async () => {
    const { watch, text } = openMeters();
    let depth = 3;
    let broken = false;
    watch({
      name: "depth",
      help: "A depth",
      labels: ["queue"],
      read: async () => {
        if (broken) throw new Error("away");
        return [{ value: depth, labels: { queue: "bulk" } }];
      },
    });
    expect(await text()).toContain('sendex_depth{queue="bulk"} 3');
    depth = 4;
    expect(await text()).toContain('sendex_depth{queue="bulk"} 4');
    broken = true;
    expect(await text()).not.toContain('sendex_depth{queue="bulk"}');
  });

  it("do not say 0 of what cannot be read", async () => {
    const { watch, text } = openMeters();
    let broken = false;
    watch({
      name: "lost",
      help: "A difference",
      read: async () => {
        if (broken) throw new Error("away");
        return [{ value: 3 }];
      },
    });
    expect(await text()).toContain("sendex_lost 3");
    broken = true;
    expect(await text()).not.toMatch(/^sendex_lost /m);
    broken = false;
    expect(await text()).toContain("sendex_lost 3");
  });

  it("tell of the process itself", async () => {
    expect(await openMeters().text()).toContain("nodejs_eventloop_lag_seconds");
  });
});
