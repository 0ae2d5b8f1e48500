import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { StoredDomain } from "@sendex/core/domains";
import { createAccount } from "@sendex/pipeline/accounts/create";
import { addDomain } from "@sendex/pipeline/domains/add";
import { checkDueDomains } from "@sendex/pipeline/domains/check";
import { deleteDomain, getDomain, verifyDomain } from "@sendex/pipeline/domains/edit";
import { removeLeftIdentities } from "@sendex/pipeline/domains/identity";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";

const NAME = "shop.example";

describe("a domain here and its identity at SES", () => {
  let test: TestContext;
  let owner: string;
  let rival: string;
  beforeEach(async () => {
    test = await openTestContext();
    owner = (await seedAccount(test.context)).accountId;
    rival = (await seedAccount(test.context)).accountId;
  });
  afterEach(() => test.close());

  const add = (accountId = owner, returnPath = "send") =>
    addDomain(test.context, accountId, { name: NAME, returnPath });
  const stored = (accountId = owner) => getDomain(test.context, accountId, NAME);
  const remove = async (accountId = owner) => deleteDomain(test.context, await stored(accountId));
  const atSes = () => test.world.identities.get(NAME);
  const removals = () => test.world.identityCalls.filter((call) => call.startsWith("remove"));
  const check = async () => {
    test.clock.advance(3_600_000);
    await checkDueDomains(test.context);
  };
  const sweep = async () => {
    test.clock.advance(60_000);
    await removeLeftIdentities(test.context);
  };
  /** SES finds all that it looks for. */
  const succeed = ({ name }: StoredDomain) => {
    const identity = atSes();
    if (!identity) throw new Error("SES does not know the domain");
    const dkim = { ...identity.dkim, state: "success" } as const;
    test.world.identities.set(name, { ...identity, state: "success", dkim });
  };

  it.each(["begin", "setMailFrom"] as const)(
    "is begun by the scheduler where %s failed after the commit",
    async (call) => {
      test.world.identitiesDown = call;
      const unbegun = {
        status: "pending",
        adopted: false,
        verificationToken: null,
        mailFrom: `send.${NAME}`,
      };
      expect(await add()).toMatchObject(unbegun);
      await check();
      expect(await stored()).toMatchObject(unbegun);
      await expect(add()).rejects.toThrow("has shop.example already");
      await expect(verifyDomain(test.context, { ...(await stored()), checkedAt: null })).rejects.toThrow(
        "Amazon SES",
      );
      test.world.identitiesDown = false;
      await check();
      const begun = { verificationToken: `token of ${NAME}`, dkimTokens: ["k1", "k2", "k3"] };
      expect(await stored()).toMatchObject({ ...unbegun, ...begun });
      expect(atSes()).toMatchObject({ mailFrom: `send.${NAME}` });
      await check();
      expect(await stored()).toMatchObject({ ...unbegun, ...begun });
    },
  );

  it("is one that fails after 72 hours where SES never takes it, beside others that go on", async () => {
    const { begin } = test.context.ports.identities;
    test.context.ports.identities.begin = (name) =>
      name === NAME ? Promise.reject(new Error("no such thing")) : begin(name);
    await add();
    const other = await addDomain(test.context, owner, { name: "other.example", returnPath: "send" });
    test.clock.advance(72 * 3_600_000 - 1);
    await check();
    expect((await stored()).status).toBe("failed");
    expect((await getDomain(test.context, owner, other.id)).checkedAt).not.toBeNull();
  });

  it("is deleted here although SES fails, and at SES by the scheduler", async () => {
    await add();
    test.world.identitiesDown = "remove";
    await remove();
    await expect(stored()).rejects.toThrow("no such domain");
    await sweep();
    expect(atSes()).toBeDefined();
    test.world.identitiesDown = false;
    await removeLeftIdentities(test.context);
    expect(removals()).toEqual([]);
    await sweep();
    await sweep();
    expect([atSes(), removals()]).toEqual([undefined, [`remove ${NAME}`]]);
  });

  it("that is added again at once keeps its identity, proves nothing by it, and takes it along in the end", async () => {
    succeed(await add());
    test.world.identitiesDown = "remove";
    await remove();
    expect(await add(rival, "back")).toMatchObject({ adopted: false, mailFrom: `back.${NAME}` });
    test.world.identitiesDown = false;
    await sweep();
    await check();
    expect(await stored(rival)).toMatchObject({ status: "pending", mailFrom: `back.${NAME}` });
    expect([atSes()?.mailFrom, removals()]).toEqual([`back.${NAME}`, []]);
    await remove(rival);
    expect(atSes()).toBeUndefined();
  });

  it("that an operator vouches for keeps the identity that another left there", async () => {
    await add();
    test.world.identitiesDown = "remove";
    await remove();
    const { account } = await createAccount(test.context, { email: "o@example.test", domain: NAME });
    test.world.identitiesDown = false;
    await sweep();
    await remove(account.id);
    await sweep();
    expect(removals()).toEqual([]);
  });

  it("is begun again where a removal for its former owner came late", async () => {
    await add();
    test.world.identities.delete(NAME);
    await check();
    expect(atSes()).toMatchObject({ mailFrom: `send.${NAME}` });
    expect((await stored()).status).toBe("pending");
  });

  it("that failed and went to another account is as much theirs at SES", async () => {
    await add();
    test.clock.advance(72 * 3_600_000);
    await check();
    expect(await add(rival)).toMatchObject({ adopted: false });
    await sweep();
    expect(removals()).toEqual([]);
  });

  it("is not left at SES where it is deleted while it is begun there", async () => {
    const { identities } = test.context.ports;
    const { begin } = identities;
    identities.begin = async (name) => {
      await remove();
      return begin(name);
    };
    await add();
    expect(atSes()).toBeDefined();
    await sweep();
    expect(atSes()).toBeUndefined();
  });
});
