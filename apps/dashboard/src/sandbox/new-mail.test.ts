import { expect, test } from "@jest/globals";
import type { ListedMail } from "./mail";
import { type Pages, withNew } from "./new-mail";

const mail = (id: string): ListedMail => ({
  ...{ id, message_id: id, to: [], from: "a@b.example", subject: "", created_at: "", size: 1 },
});
const page = (...ids: string[]) => ({ data: ids.map(mail), has_more: true });
const old: Pages = { pages: [page("3", "2"), page("1")], pageParams: [undefined, "2"] };

const idsOf = ({ pages }: Pages) => pages.flatMap(({ data }) => data.map(({ id }) => id));

test("new mail comes in at the top", () => {
  expect(idsOf(withNew(old, page("4", "3")))).toEqual(["4", "3", "2", "1"]);
});

test("without new mail nothing changes", () => {
  expect(withNew(old, page("3", "2"))).toBe(old);
});

test("where more came than a page holds, the list begins anew", () => {
  expect(idsOf(withNew(old, page("9", "8")))).toEqual(["9", "8"]);
});

test("an inbox that was emptied is empty", () => {
  expect(idsOf(withNew(old, page()))).toEqual([]);
});
