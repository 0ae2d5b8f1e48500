import type { TFunction } from "i18next";
import { confirm } from "../../ui/feedback/confirm";

/** A template goes with its versions and its id: nothing brings it back. */
export function askToDelete(t: TFunction<"templates">, name: string, act: () => void): void {
  confirm(
    {
      title: t("delete.title", { name }),
      children: t("delete.lead"),
      confirm: t("delete.action"),
      dangerous: true,
    },
    act,
  );
}
