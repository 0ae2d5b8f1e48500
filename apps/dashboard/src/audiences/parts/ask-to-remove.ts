import type { ListedBroadcast } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { confirm } from "../../ui/feedback/confirm";
import { nameOf } from "../broadcast";

type Named = Pick<ListedBroadcast, "name" | "subject" | "state">;

/** Of a draft the words are gone; of what was sent the report is, and its mails stay. */
export function askToRemove(t: TFunction<"broadcasts">, broadcast: Named, act: () => void): void {
  confirm(
    {
      title: t("remove.title", { name: nameOf(broadcast) ?? t("nameless") }),
      children: t(broadcast.state === "draft" ? "remove.leadDraft" : "remove.lead"),
      confirm: t("remove.action"),
      dangerous: true,
    },
    act,
  );
}
