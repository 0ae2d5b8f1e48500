import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Data } from "@sendex/data/database/open";
import { plain, prisma } from "@sendex/data/database/pools";
import { transaction } from "@sendex/data/database/transaction";
import { isDatabaseTrouble, isOutcomeUnknown } from "@sendex/data/database/trouble";
import { createTestDatabase, openTestData, type TestDatabase } from "@sendex/testing/database";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

describe("a connection that breaks before it answers", () => {
  let database: TestDatabase;
  let proxy: Proxy;
  let data: Data;
  let direct: Data;
  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await openProxy(database.url);
    data = openTestData({ ...database, url: proxy.url }, 4);
    direct = openTestData(database, 2);
    await plain(direct).query("CREATE TABLE marks (mark text PRIMARY KEY)");
  });
  beforeEach(async () => {
    proxy.restore();
    await until(() =>
      data.ping().then(
        () => true,
        () => false,
      ),
    );
  });
  afterAll(async () => {
    proxy.restore();
    await Promise.all([data.close(), direct.close()]);
    await proxy.close();
    await database.drop();
  });

  const isThere = async (mark: string) =>
    (await plain(direct).query("SELECT 1 FROM marks WHERE mark = $1", [mark])).rows.length === 1;
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );
  const cutOnceThere = async (mark: string) => {
    await until(() => isThere(mark));
    proxy.cut();
  };

  it("leaves the outcome of a commit unknown", async () => {
    const work = transaction(data, async (client) => {
      await client.query("INSERT INTO marks VALUES ('commit')");
      proxy.mute();
    });
    const failure = failureOf(work);
    await cutOnceThere("commit");
    expect(isOutcomeUnknown(await failure)).toBe(true);
  });

  it("leaves the outcome of a statement that commits itself unknown", async () => {
    proxy.mute();
    const failure = failureOf(plain(data).query("INSERT INTO marks VALUES ('alone')"));
    await cutOnceThere("alone");
    expect(isOutcomeUnknown(await failure)).toBe(true);
  });

  it("leaves the outcome of one of Prisma's unknown", async () => {
    await prisma(data).$executeRaw`INSERT INTO marks VALUES ('warm')`;
    proxy.mute();
    const failure = failureOf(Promise.resolve(prisma(data).$executeRaw`INSERT INTO marks VALUES ('prisma')`));
    await cutOnceThere("prisma");
    expect(isOutcomeUnknown(await failure)).toBe(true);
  });

  it("is certain to have stored nothing before the commit, and where it could not connect", async () => {
    const work = transaction(data, async (client) => {
      await client.query("INSERT INTO marks VALUES ('early')");
      proxy.cut();
      await client.query("INSERT INTO marks VALUES ('late')");
    });
    const failures = [await failureOf(work)];
    failures.push(await failureOf(plain(data).query("INSERT INTO marks VALUES ('never')")));
    for (const failure of failures)
      expect([isDatabaseTrouble(failure), isOutcomeUnknown(failure)]).toEqual([true, false]);
    expect(await isThere("early")).toBe(false);
  });
});
