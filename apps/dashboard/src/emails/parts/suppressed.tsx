import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { RelativeTime } from "../../ui/time/relative-time";
import { useUnsuppress } from "../acts";
import { suppressionQuery } from "../queries";
import classes from "./suppressed.module.css";

/** That an address gets no mail for now, why, and the way to change it; nothing where it does get mail. */
export function Suppressed({ address }: { address: string }) {
  const { t } = useTranslation("emails");
  const { data: entry } = useQuery(suppressionQuery(useApi(), address));
  const may = useMay("developer");
  const remove = useUnsuppress(address);
  if (!entry) return null;
  const ask = () =>
    confirm(
      {
        title: t("suppressed.title", { address }),
        children: t(`suppressed.means.${entry.reason}`),
        confirm: t("suppressed.remove"),
        dangerous: entry.reason === "complaint",
      },
      () => remove.mutate(entry.reason),
    );
  return (
    <div className={classes.entry}>
      <span>
        {t(`suppressed.${entry.reason}`)} <RelativeTime at={entry.created_at} />
      </span>
      {may && (
        <Button variant="default" size="compact-xs" loading={remove.isPending} onClick={ask}>
          {t("suppressed.remove")}
        </Button>
      )}
    </div>
  );
}
