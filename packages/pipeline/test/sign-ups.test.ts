import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { DAILY_BOUNDS } from "@sendex/core/audiences/forms/form";
import { confirm } from "@sendex/pipeline/audiences/forms/confirm";
import { forgetUnconfirmed } from "@sendex/pipeline/audiences/forms/forget";
import { makeForm } from "@sendex/pipeline/audiences/forms/forms";
import { addPending, signUp } from "@sendex/pipeline/audiences/forms/sign-up";
import { removeContact } from "@sendex/pipeline/audiences/contacts";
import { isWithinBounds } from "@sendex/pipeline/audiences/forms/within-bounds";
import { lastSignUp } from "@sendex/data/audiences/forms/sign-ups";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { plain } from "@sendex/data/database/pools";
import { DAY_MS } from "@sendex/kit/day";
import { type Drive, openDrive } from "@sendex/testing/drive";

/** Sign-ups where many come at once, and what is counted of them. */

let drive: Drive;
beforeAll(async () => void (drive = await openDrive()));
afterAll(() => drive.test.close());

const NO_FORM = {
  ...{ from: null, templateId: null, segments: [], topics: [], fields: [] },
  ...{ redirectUrl: null, allowedOrigins: [] },
};
const NOTHING = { firstName: null, lastName: null, properties: {} };

async function rowsOf(table: string, address: string): Promise<number> {
  const { rows } = await plain(drive.test.context.data).query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE account_id = $1 AND address = $2`,
    [drive.caller.accountId, address],
  );
  return rows[0]?.count ?? 0;
}

async function nextDay(): Promise<void> {
  const { context, clock } = drive.test;
  clock.advance(DAY_MS);
  await ensurePartitions(context.data, clock.now());
}

it("posts, confirmations and a removal of one address at once leave one contact or none, and no deadlock", async () => {
  const { context } = drive.test;
  const { accountId, mode } = drive.caller;
  const owner = { accountId, mode };
  const form = await makeForm(context, drive.caller, { ...NO_FORM, name: "Crowd" });
  const address = "crowd@example.com";
  const post = () => signUp(context, { owner, form }, { address, wish: NOTHING, language: "en" });
  await post();
  const { id = "" } = (await lastSignUp(context.data, owner, address)) ?? {};
  const press = () => confirm(context, { ...owner, signUpId: id }, null);
  const remove = () => removeContact(context, drive.caller, { address }).catch(() => undefined);
  for (let round = 0; round < 4; round += 1) {
    // Of one account an address gets three mails a day.
    await nextDay();
    await Promise.all([post(), press(), post(), remove(), press(), post()]);
  }
  expect(await rowsOf("contacts", address)).toBeLessThanOrEqual(1);
  await nextDay();
  await Promise.all([post(), post(), post()]);
  expect(await rowsOf("contacts", address)).toBe(1);
});

it("of an address and a form one sign-up is open, and its link confirms once", async () => {
  const { context } = drive.test;
  const { accountId, mode } = drive.caller;
  const address = "twice@example.com";
  await addPending(context, drive.caller, { address }, {});
  await addPending(context, drive.caller, { address, firstName: "Ann" }, {});
  expect(await rowsOf("sign_ups", address)).toBe(1);
  const { id = "" } = (await lastSignUp(context.data, { accountId, mode }, address)) ?? {};
  const told = async () => {
    const { rows } = await plain(context.data).query<{ count: number }>(
      "SELECT count(*)::int AS count FROM events WHERE account_id = $1 AND type = 'confirmed' AND data->>'email' = $2",
      [accountId, address],
    );
    return rows[0]?.count;
  };
  await Promise.all([1, 2, 3].map(() => confirm(context, { accountId, mode, signUpId: id }, null)));
  expect(await told()).toBe(1);
});

it("an address is bounded over all accounts, a network before it; what was counted is no address, and is dropped", async () => {
  const { context, clock } = drive.test;
  const address = "victim@example.com";
  const within = (accountId: string, network?: string) =>
    isWithinBounds(context, { accountId, address, ...(network !== undefined && { network }) });
  const answers: boolean[] = [];
  for (let n = 0; n < DAILY_BOUNDS.address + 2; n += 1) answers.push(await within(`acc_${n}`));
  expect(answers.filter(Boolean)).toHaveLength(DAILY_BOUNDS.address);
  expect(answers.at(-1)).toBe(false);
  const other = { accountId: "acc_x", network: "203.0.113.0/24" };
  for (let n = 0; n < DAILY_BOUNDS.network; n += 1)
    await isWithinBounds(context, { ...other, address: `someone-${n}@example.com` });
  const spared = { accountId: "acc_x", address: "spared@example.com" };
  expect(await isWithinBounds(context, { ...spared, network: other.network })).toBe(false);
  for (let n = 0; n < DAILY_BOUNDS.addressOfAccount; n += 1)
    expect(await isWithinBounds(context, spared)).toBe(true);
  expect(await isWithinBounds(context, spared)).toBe(false);
  const counted = () => plain(context.data).query<{ subject: string }>("SELECT subject FROM sign_up_counts");
  expect(JSON.stringify((await counted()).rows)).not.toMatch(/example|203/);
  clock.advance(3 * DAY_MS);
  await forgetUnconfirmed(context);
  expect((await counted()).rows).toEqual([]);
});
