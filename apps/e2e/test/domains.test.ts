import { expect } from "@jest/globals";
import { eventually } from "../src/eventually";
import { useStack } from "../src/use-stack";

const onStack = useStack();

const VERIFIED_MS = 40_000;

onStack(
  "a domain is verified in the background, sends from then on, and its owner is told",
  async (stack) => {
    const { client } = stack.tenant;
    const { status, body } = await client.call("POST", "/api/v1/domains", { name: "brand-new.example" });
    expect([status, body.status, body.records.length]).toEqual([201, "pending", 8]);
    const from = `hello@${body.name}`;
    expect((await client.post({ from })).body.error).toBe("unprocessable_entity");
    const path = `/api/v1/domains/${body.id}`;
    const verified = await eventually(
      async () => {
        const domain = (await client.call("GET", path)).body;
        expect(domain.status).toBe("verified");
        return domain;
      },
      { within: VERIFIED_MS },
    );
    expect(new Set(verified.records.map((record: { status: string }) => record.status))).toEqual(
      new Set(["verified"]),
    );
    const id = await client.send({ from });
    await eventually(async () => expect((await client.email(id)).status).toBe("delivered"));
    await eventually(() =>
      expect(stack.receiver.events(body.id).map(({ event }) => event)).toEqual(["domain.verified"]),
    );
    expect((await client.call("DELETE", path)).status).toBe(200);
    expect((await client.post({ from })).body.error).toBe("unprocessable_entity");
  },
);
