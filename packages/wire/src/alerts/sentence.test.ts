import { describe, expect, it } from "@jest/globals";
import { reasonOf, titleOf, type Told } from "./sentence";

const volume = (young: boolean): Told => ({
  ...{ kind: "volume", dimension: "account", value: "", name: null },
  numbers: { accepted: 3_412, usual: 310, limit: 930, factor: 3, young },
});
const rate = (part: Pick<Told, "dimension" | "value" | "name">, usual: number | null): Told => ({
  ...{ kind: "bounce_rate", ...part },
  numbers: { hours: 6, sent: 1_500, affected: 186, percent: 12.4, usual_percent: usual, limit_percent: 5 },
});

describe("an alert's reason", () => {
  it("is one sentence with the numbers", () => {
    expect(reasonOf(volume(false))).toBe(
      "3,412 mails within an hour; this hour of the week usually has at most 310.",
    );
    expect(reasonOf(rate({ dimension: "template", value: "tpl_1", name: "Welcome" }, 0.8))).toBe(
      "186 of the 1,500 mails with the template “Welcome” (tpl_1) within 6 hours bounced: 12.4 %. Usually it is 0.8 %.",
    );
    expect(reasonOf(rate({ dimension: "domain", value: "a.example", name: null }, null))).toBe(
      "186 of the 1,500 mails from a.example within 6 hours bounced: 12.4 %. There is too little mail to say what is usual.",
    );
  });

  it("says what a young account is compared with", () => {
    expect(reasonOf(volume(true))).toContain("the busiest hour so far counts as 310");
  });

  it("names endpoints and keys as their owner does", () => {
    const failing: Told = {
      ...{ kind: "webhook_failing", dimension: "endpoint", value: "whk_1", name: "https://a.example/hook" },
      numbers: { failing_since: "2026-11-29T12:00:00.000Z" },
    };
    expect(reasonOf(failing)).toBe(
      "The endpoint https://a.example/hook has taken nothing since 2026-11-29T12:00:00.000Z.",
    );
    const used: Told = {
      ...{ kind: "key_network", dimension: "key", value: "key_1", name: "Shop" },
      numbers: { networks: ["192.0.2.0/24", "private"] },
    };
    expect(reasonOf(used)).toBe(
      "The API key “Shop” (key_1) was used from 192.0.2.0/24 and a private network, where it had not been used before.",
    );
    expect(titleOf(used)).toBe("An API key is used from a new network: Shop");
  });
});
