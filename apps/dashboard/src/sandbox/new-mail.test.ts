import { expect, test } from "@jest/globals";
import type { ListedMail } from "./mail";
import { type Pages, withNew } from "./new-mail";

const mail = (id: string): ListedMail => ({
  ...{ id, from: "a@b.example", to: [], subject: "", status: "queued", created_at: "", sent_at: null },
  recipients: [],
});
const page = (...ids: string[]) => ({ data: ids.map(mail), has_more: true });
const old: Pages = { pages: [page("3", "2"), page("1")], pageParams: [undefined, "2"] };

const mailsOf = ({ pages }: Pages) => pages.flatMap(({ data }) => data);
const idsOf = (pages: Pages) => mailsOf(pages).map(({ id }) => id);

test("new mail comes in at the top", () => {
  expect(idsOf(withNew(old, page("4", "3")))).toEqual(["4", "3", "2", "1"]);
});

test("mail that was sent meanwhile is shown as sent", () => {
  const sent = { ...mail("3"), sent_at: "2026-03-05T12:00:00.000Z" };
  expect(mailsOf(withNew(old, { data: [sent], has_more: true }))[0]).toEqual(sent);
});

test("where more came than a page holds, the list begins anew", () => {
  expect(idsOf(withNew(old, page("9", "8")))).toEqual(["9", "8"]);
});

test("an inbox that was emptied is empty", () => {
  expect(idsOf(withNew(old, page()))).toEqual([]);
});
