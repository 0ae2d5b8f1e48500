import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { confirm } from "../../ui/feedback/confirm";
import { useResolve } from "../acts";
import classes from "./operators.module.css";

export function LetterActions({ id }: { id: string }) {
  const { t } = useTranslation("operators");
  const resolve = useResolve();
  const release = () =>
    confirm(
      {
        title: t("letters.releaseTitle"),
        children: t("letters.releaseLead"),
        confirm: t("letters.release"),
        dangerous: true,
      },
      () => resolve.mutate({ id, remedy: "release" }),
    );
  return (
    <span className={classes.acts}>
      <Button
        variant="default"
        loading={resolve.isPending}
        onClick={() => resolve.mutate({ id, remedy: "retry" })}
      >
        {t("letters.retry")}
      </Button>
      <Button variant="default" disabled={resolve.isPending} onClick={release}>
        {t("letters.release")}
      </Button>
    </span>
  );
}
