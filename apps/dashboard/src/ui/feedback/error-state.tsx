import { Button } from "@mantine/core";
import { CloudOff, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { Copyable } from "../text/copy";
import classes from "./state.module.css";
import { useAgain } from "./again";

/**
 * What went wrong in the API's words, its request id for whoever is asked, and the way to try again; what may pass is
 * tried again by itself.
 */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation("ui");
  useAgain(error, retry);
  const { status, message, requestId } = asProblem(error);
  const Icon = status === 0 ? CloudOff : TriangleAlert;
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-bad>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </span>
      <h2 className={classes.title}>{t(titleOf(status))}</h2>
      <div className={classes.words}>{status === 0 ? t("error.unreachableLead") : message}</div>
      {requestId && (
        <div className={classes.id}>
          {t("error.requestId")} <Copyable text={requestId} />
        </div>
      )}
      {retry && (
        <div className={classes.action}>
          <Button variant="default" onClick={retry}>
            {t("error.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

function titleOf(status: number) {
  if (status === 0) return "error.unreachable";
  if (status === 404) return "error.notFound";
  if (status === 403) return "error.forbidden";
  return "error.failed";
}
